package org.certbench.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a disk says, and what a person is told. */
class DiskFaultTest {

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({ "No space left on device, FULL", "Disk quota exceeded, FULL", "Aucun espace disponible sur le périphérique, FULL",
			"There is not enough space on the disk, FULL", "Device or resource busy, IN_USE",
			"Le processus ne peut pas accéder au fichier car ce fichier est utilisé par un autre processus, IN_USE",
			"Read-only file system, NOT_ALLOWED", "Operation not permitted, NOT_ALLOWED", "Stale file handle, GONE",
			"Transport endpoint is not connected, GONE", "Not a directory, IN_THE_WAY", "Input/output error, BROKEN" })
	@DisplayName("the system's words are understood, and no file's name is")
	void words(String said, DiskFault fault) {
		var file = folder.resolve("No space left, Device busy.p12");

		assertEquals(fault, DiskFault.of(file, new FileSystemException(file.toString(), null, said)));
		assertEquals(fault, DiskFault.of(file, new IOException(said)));
	}

	@ParameterizedTest
	@CsvSource({ "FULL, disk-full", "IN_USE, file-in-use", "NOT_ALLOWED, file-not-allowed", "GONE, folder-gone",
			"IN_THE_WAY, name-taken", "BROKEN, disk-error" })
	void pages(DiskFault fault, String problem) {
		assertEquals(problem, fault.problem());
	}

	@Test
	@DisplayName("without words, what is there decides")
	void place() throws Exception {
		var file = Files.createFile(folder.resolve("file"));
		var words = new FileSystemException("file", null, "something in a language that nobody foresaw");

		assertEquals(DiskFault.GONE, DiskFault.of(folder.resolve("gone/file"), words));
		assertEquals(DiskFault.GONE, DiskFault.of(file, new NoSuchFileException("file")));
		assertEquals(DiskFault.IN_THE_WAY, DiskFault.of(file.resolve("inner/file"), words));
	}

	@Test
	@EnabledOnOs({ OS.LINUX, OS.MAC })
	void rights() {
		assertEquals(DiskFault.NOT_ALLOWED, DiskFault.of(folder.resolve("file"), new AccessDeniedException("file")));
		assertEquals(DiskFault.BROKEN, DiskFault.of(folder.resolve("file"), new IOException("unheard of")));
	}

	@Test
	void translated() {
		Translations.check(DiskFault.class);
	}
}
