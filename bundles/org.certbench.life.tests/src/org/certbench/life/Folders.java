package org.certbench.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** Whole folders: temporary ones for all tests, copies, deletion. */
final class Folders {

	private Folders() {
	}

	/** A folder that is deleted when the tests have ended. */
	static Path temporary(String name) {
		try {
			var folder = Files.createTempDirectory(name);
			Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
			return folder;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Copies a folder with all that is in it to a place where nothing is yet. */
	static void copy(Path from, Path to) {
		try {
			Files.createDirectories(to);
			copyContent(from, to);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Copies all that is in a folder into one that is empty. */
	static void copyContent(Path from, Path to) {
		try (var files = Files.walk(from)) {
			for (var file : files.skip(1).toList()) {
				Files.copy(file, to.resolve(from.relativize(file).toString()));
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Deletes all that is in a folder, not the folder. */
	static void empty(Path folder) {
		try (var inside = Files.list(folder)) {
			inside.forEach(Folders::delete);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Deletes a folder with all that is in it. */
	static void delete(Path folder) {
		try (var files = Files.walk(folder)) {
			for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
				Files.delete(file);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
