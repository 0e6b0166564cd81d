package org.certbench.crash.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Ways to do it wrong, which the harness must find out. */
final class Sabotages {

	/** Files that will not be on disk before the next answer. */
	private static final Map<Path, byte[]> LATE = new HashMap<>();

	private Sabotages() {
	}

	/** Instead of a rename: the old file is overwritten, and for a while neither old nor new. */
	static Path moveInPlace(Path from, Path to, String site) throws IOException {
		Points.write(to, Files.readAllBytes(from), new OpenOption[0], site);
		Files.delete(from);
		return to;
	}

	/** Instead of a rename: the file is in its place for all who look, but not while something is sent. */
	static synchronized void moveAfterNextAnswer(Path from, Path to) throws IOException {
		LATE.put(to, Files.readAllBytes(from));
		Files.move(from, to);
	}

	static synchronized void beforeSending() {
		try {
			for (var late : LATE.keySet()) {
				Files.delete(late);
			}
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	static synchronized void afterAnswer() {
		try {
			for (var late : LATE.entrySet()) {
				Files.write(late.getKey(), late.getValue());
			}
			LATE.clear();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
