package org.certbench.eid.pkcs11.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.nio.file.Path;
import java.util.List;

import org.certbench.core.OperatingSystem;
import org.certbench.eid.pkcs11.Pkcs11Modules;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Which PKCS#11 modules are used")
class ModuleFilesTest {

	@TempDir
	private Path folder;

	@AfterEach
	void forget() {
		System.clearProperty(Pkcs11Modules.PROPERTY);
	}

	@ParameterizedTest
	@CsvSource({ "DEBIAN,/usr/lib/x86_64-linux-gnu/libbeidpkcs11.so.0", "LINUX,/usr/lib64/libbeidpkcs11.so.0",
			"MACOS,/Library/Belgium Identity Card/Pkcs11/libbeidpkcs11.dylib" })
	@DisplayName("the official module is found in its place")
	void official(OperatingSystem system, Path place) {
		assertEquals(List.of(place), new ModuleFiles(() -> folder, system, place::equals).official());
	}

	@Test
	@DisplayName("on Windows by its name, in the system's folder")
	void onWindows() {
		var found = new ModuleFiles(() -> folder, OperatingSystem.WINDOWS, file -> true).official();
		assertEquals(Path.of("beidpkcs11.dll"), found.getFirst().getFileName());
	}

	@Test
	@DisplayName("where no software is installed, and nobody chose one, there is none")
	void none() {
		var files = new ModuleFiles(() -> folder, OperatingSystem.LINUX, file -> false);
		assertEquals(List.of(), files.official());
		assertEquals(List.of(), files.openSc());
		assertEquals(List.of(), files.chosen());
	}

	@Test
	@DisplayName("what was chosen is known to every later run; the system property stands above it")
	void chosen() throws Exception {
		var modules = List.of(folder.resolve("one module.so"), folder.resolve("other.so"));
		new ModuleFiles(() -> folder).choose(modules);
		assertEquals(modules, new ModuleFiles(() -> folder).chosen());

		System.setProperty(Pkcs11Modules.PROPERTY, "/a.so" + File.pathSeparator + "/b.so");
		assertEquals(List.of(Path.of("/a.so"), Path.of("/b.so")), new ModuleFiles(() -> folder).chosen());
	}
}
