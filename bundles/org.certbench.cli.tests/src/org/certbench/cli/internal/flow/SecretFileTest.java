package org.certbench.cli.internal.flow;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.certbench.cli.UsageException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A secret in a file")
class SecretFileTest {

	@TempDir
	private Path folder;

	private Path file(byte[] content, String mode) throws IOException {
		var file = Files.write(folder.resolve("secret"), content);
		if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
		}
		return file;
	}

	@ParameterizedTest
	@ValueSource(strings = { "geheim é 1", "geheim é 1\n", "geheim é 1\r\n", "geheim é 1\nand a remark\n" })
	@DisplayName("is its first line, in UTF-8")
	void firstLine(String content) throws Exception {
		try (var secret = SecretFile.read(file(content.getBytes(StandardCharsets.UTF_8), "rw-------"))) {
			assertArrayEquals("geheim é 1".toCharArray(), secret.characters());
		}
	}

	@Test
	@DisplayName("is not what programs of Windows put before it, with which no password and no PIN is right")
	void mark() throws Exception {
		try (var secret = SecretFile.read(file("\uFEFF1234\r\n".getBytes(StandardCharsets.UTF_8), "rw-------"))) {
			assertArrayEquals("1234".toCharArray(), secret.characters());
		}
		var empty = file("\uFEFF\r\n".getBytes(StandardCharsets.UTF_8), "rw-------");
		assertThrows(UsageException.class, () -> SecretFile.read(empty));
	}

	@ParameterizedTest
	@ValueSource(strings = { "rw-r-----", "rw----r--", "rw-r--r--" })
	@DisabledOnOs(OS.WINDOWS)
	@DisplayName("is refused when others can read it, and what to do is said")
	void readableByOthers(String mode) throws IOException {
		var file = file("1234".getBytes(StandardCharsets.UTF_8), mode);
		var refused = assertThrows(UsageException.class, () -> SecretFile.read(file));
		assertTrue(refused.remedy().contains("chmod 600"), refused.remedy());
		assertThrows(UsageException.class, () -> SecretFile.check(file));
	}

	@Test
	@DisplayName("is refused when the file is missing, a folder, empty or not text")
	void unusable() throws IOException {
		assertThrows(UsageException.class, () -> SecretFile.read(folder.resolve("nothing")));
		assertThrows(UsageException.class, () -> SecretFile.read(folder));
		var empty = file("\n1234".getBytes(StandardCharsets.UTF_8), "rw-------");
		assertThrows(UsageException.class, () -> SecretFile.read(empty));
		var binary = file(new byte[] { (byte) 0xC3, (byte) 0x28 }, "rw-------");
		assertThrows(UsageException.class, () -> SecretFile.read(binary));
	}
}
