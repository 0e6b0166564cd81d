package org.certbench.crash.runtime;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Counts the instants at which this process can be killed, writes each down with its name, and kills the
 * process at the one that was asked for: with SIGKILL, so that nothing of it has a last word. Which, tells
 * the system property {@code crash.at}; where they are written down, {@code crash.log}.
 */
final class Instants {

	private static final String LOG = System.getProperty("crash.log");
	private static final int DEATH = Integer.getInteger("crash.at", 0);
	private static int number;

	private Instants() {
	}

	/** Something that is done only to die in the middle of it. */
	@FunctionalInterface
	interface Half {
		void run() throws IOException;
	}

	/** An instant before something is done. Other threads that come to one wait, also for ever. */
	static synchronized void reach(String name) {
		if (isDeath(name)) {
			die();
		}
	}

	/** An instant at which something is half done: it is done only where this is the last one. */
	static synchronized void reach(String name, Half half) throws IOException {
		if (isDeath(name)) {
			half.run();
			die();
		}
	}

	private static boolean isDeath(String name) {
		number++;
		if (DEATH == 0 || number == DEATH) {
			write(number + "\t" + name + "\n");
		}
		return number == DEATH;
	}

	private static void write(String line) {
		try (var log = new FileOutputStream(LOG, true)) {
			log.write(line.getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static void die() {
		try {
			new ProcessBuilder("kill", "-KILL", String.valueOf(ProcessHandle.current().pid())).start();
			while (true) {
				Thread.sleep(Long.MAX_VALUE);
			}
		} catch (IOException | InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}
