package org.certbench.crash;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A program of this machine that is not the product, and judges what the product made. */
final class Tool {

	private Tool() {
	}

	/**
	 * Runs it to its end.
	 *
	 * @return what it said
	 * @throws IOException where it is not there, or does not like what it was given
	 */
	static String run(String... command) throws IOException {
		var process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		try (var output = process.getInputStream()) {
			var said = new String(output.readAllBytes(), StandardCharsets.UTF_8);
			if (process.waitFor() != 0) {
				throw new IOException(List.of(command) + ": " + said.strip());
			}
			return said;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}
}
