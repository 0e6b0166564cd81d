package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@link PrivateFiles} promises. */
class PrivateFilesTest {

	@TempDir
	Path folder;

	@Test
	void replacesAFileAndLeavesNothingElseBehind() throws IOException {
		var file = folder.resolve("key");
		PrivateFiles.write(file, new byte[] { 1 });
		PrivateFiles.write(file, new byte[] { 2, 3 });

		assertArrayEquals(new byte[] { 2, 3 }, Files.readAllBytes(file));
		try (var files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList());
		}
	}

	@Test
	void aNewFileTakesNoOthersPlace() throws IOException {
		var file = folder.resolve("message");
		PrivateFiles.writeNew(file, new byte[] { 1 });

		assertThrows(FileAlreadyExistsException.class, () -> PrivateFiles.writeNew(file, new byte[] { 2 }));
		assertArrayEquals(new byte[] { 1 }, Files.readAllBytes(file));
		try (var files = Files.list(folder)) {
			assertEquals(List.of(file), files.toList());
		}
	}

	@Test
	@DisplayName("nor on a disk that has no links: its name is claimed before it is moved there")
	void aNewFileOnADiskWithoutLinks() throws IOException {
		try (var disk = FileSystems.newFileSystem(folder.resolve("disk.zip"), Map.of("create", "true"))) {
			var file = disk.getPath("/message");
			PrivateFiles.moveToNew(Files.write(disk.getPath("/.writing1"), new byte[] { 1 }), file);

			var sibling = Files.write(disk.getPath("/.writing2"), new byte[] { 2 });
			assertThrows(FileAlreadyExistsException.class, () -> PrivateFiles.moveToNew(sibling, file));

			assertArrayEquals(new byte[] { 1 }, Files.readAllBytes(file));
			assertTrue(Files.exists(sibling) && Files.notExists(disk.getPath("/.writing1")));
			assertThrows(IOException.class, () -> PrivateFiles.moveToNew(disk.getPath("/gone"), disk.getPath("/other")));
			assertTrue(Files.notExists(disk.getPath("/other")), "the claim is given back");
		}
	}

	@Test
	void whoeverCouldReadTheOldFileCanReadTheNewOneWhereThatIsWanted() throws IOException {
		assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		var everybody = PosixFilePermissions.fromString("rw-r--r--");
		var file = Files.write(folder.resolve("table"), new byte[] { 1 });

		Files.setPosixFilePermissions(file, everybody);
		PrivateFiles.writeLikeBefore(file, new byte[] { 2 });
		assertEquals(everybody, Files.getPosixFilePermissions(file));
		assertArrayEquals(new byte[] { 2 }, Files.readAllBytes(file));

		PrivateFiles.write(file, new byte[] { 3 });
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
	}

	@Test
	void aFailedWriteLeavesNothingBehind() throws IOException {
		var taken = Files.createDirectories(folder.resolve("taken/by a folder")).getParent();

		assertThrows(IOException.class, () -> PrivateFiles.write(taken, new byte[1]));
		try (var files = Files.list(folder)) {
			assertEquals(List.of(taken), files.toList());
		}
	}

	@Test
	void onlyTheOwnerCanRead() throws IOException {
		assumeTrue(folder.getFileSystem().supportedFileAttributeViews().contains("posix"));
		var inner = folder.resolve("a/b");
		PrivateFiles.createFolder(inner);
		PrivateFiles.write(inner.resolve("key"), new byte[0]);

		assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)));
		assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(inner.resolve("key"))));
	}

	@Test
	void backupsOfOneSecondAreToldApart() throws IOException {
		var file = folder.resolve("key");
		var now = LocalDateTime.of(2030, 3, 1, 12, 30, 59).atZone(ZoneId.systemDefault()).toInstant();

		var first = PrivateFiles.writeBackup(file, new byte[] { 1 }, now);
		var second = PrivateFiles.writeBackup(file, new byte[] { 2 }, now);

		assertEquals(folder.resolve("key.bak-20300301-123059"), first);
		assertEquals(folder.resolve("key.bak-20300301-123059-2"), second);
		assertArrayEquals(new byte[] { 1 }, Files.readAllBytes(first));
		assertArrayEquals(new byte[] { 2 }, Files.readAllBytes(second));
	}
}
