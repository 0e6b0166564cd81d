package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which operating system a machine has (M34). */
class OperatingSystemTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@DisplayName("Windows and macOS say it themselves")
	@CsvSource({ "Windows 11, WINDOWS", "Windows Server 2022, WINDOWS", "Mac OS X, MACOS" })
	void byName(String name, OperatingSystem expected) {
		assertEquals(expected, OperatingSystem.of(name, folder.resolve("none")));
	}

	@ParameterizedTest
	@DisplayName("A Linux says in a file which one it is, and which one it is made from")
	@CsvSource(delimiter = '|', value = { "ID=debian|DEBIAN", "ID=linuxmint;ID_LIKE=\"ubuntu debian\"|DEBIAN",
			"ID=fedora|LINUX", "ID=nixos;NAME=debian-like|LINUX" })
	void byRelease(String content, OperatingSystem expected) throws IOException {
		var release = Files.writeString(folder.resolve("os-release"), content.replace(';', '\n'));

		assertEquals(expected, OperatingSystem.of("Linux", release));
	}

	@Test
	@DisplayName("A Linux that does not say it is any Linux")
	void unknown() {
		assertEquals(OperatingSystem.LINUX, OperatingSystem.of("Linux", folder.resolve("none")));
	}
}
