package org.certbench.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other programs, as a second opinion: openssl, keytool. */
public final class Programs {

	private Programs() {
	}

	/**
	 * Runs a program and gives what it said; fails where the program fails, or is not installed.
	 *
	 * @param folder where it runs
	 */
	public static String run(Path folder, String... command) {
		try {
			var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
			process.getOutputStream().close();
			var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
				throw new AssertionError(List.of(command) + " failed:\n" + output);
			}
			return output;
		} catch (IOException e) {
			throw new AssertionError("cannot run " + command[0], e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new AssertionError(e);
		}
	}

	/** The keytool of the Java that runs the tests. */
	public static String keytool() {
		return Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
	}
}
