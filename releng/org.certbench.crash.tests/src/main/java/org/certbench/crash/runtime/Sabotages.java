package org.certbench.crash.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Ways to do it wrong, which the harness must find out. */
final class Sabotages {

	private static final List<Late> LATE = new ArrayList<>();

	/** A file that is not written yet. */
	private record Late(Path file, byte[] content) {
	}

	private Sabotages() {
	}

	/** Instead of a rename: the old file is overwritten, and for a while neither old nor new. */
	static Path moveInPlace(Path from, Path to, String site) throws IOException {
		Points.write(to, Files.readAllBytes(from), new OpenOption[0], site);
		Files.delete(from);
		return to;
	}

	/** Instead of a rename: the file comes into its place when the next answer has come. */
	static synchronized void moveAfterNextAnswer(Path from, Path to) throws IOException {
		LATE.add(new Late(to, Files.readAllBytes(from)));
		Files.delete(from);
	}

	static synchronized void afterAnswer() {
		try {
			for (var late : LATE) {
				Files.write(late.file(), late.content());
			}
			LATE.clear();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
