package org.certbench.eid.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Counts the tries of a PIN. In a file it outlives the process: a blocked card stays blocked. */
final class PinCounter {

	private static final int ALL = 3;

	private final Optional<Path> file;
	private int left = ALL;

	PinCounter(Optional<Path> file) {
		this.file = file;
		file.filter(Files::exists).ifPresent(there -> left = read(there));
	}

	int left() {
		return left;
	}

	void wrong() {
		keep(left - 1);
	}

	void right() {
		keep(ALL);
	}

	private void keep(int tries) {
		left = tries;
		file.ifPresent(where -> {
			try {
				Files.writeString(where, String.valueOf(left));
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		});
	}

	private static int read(Path file) {
		try {
			return Integer.parseInt(Files.readString(file).strip());
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
