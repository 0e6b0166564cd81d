package org.certbench.testing;

import java.io.IOException;
import java.nio.file.Path;

import org.certbench.core.FileTurn;

/** The program that {@link OtherProcess} runs: takes a turn, and keeps it until its input ends. */
final class LockHolder {

	private LockHolder() {
	}

	public static void main(String[] arguments) throws IOException {
		try (var turn = FileTurn.take(Path.of(arguments[0]))) {
			System.out.write('!');
			System.out.flush();
			while (System.in.read() >= 0) {
				// whoever started it decides when it ends
			}
		}
	}
}
