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
		try (var files = Files.walk(from)) {
			Files.createDirectories(to.toAbsolutePath().getParent());
			for (var file : files.toList()) {
				Files.copy(file, to.resolve(from.relativize(file).toString()));
			}
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
