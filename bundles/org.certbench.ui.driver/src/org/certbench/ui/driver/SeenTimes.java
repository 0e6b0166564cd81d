package org.certbench.ui.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How long it took until the window showed what happened: a line each, in a file beside the pictures. They
 * are for people to read; a test waits for what it sees, as a machine may be slow.
 */
final class SeenTimes {

	private final String name;
	private final List<String> lines = new ArrayList<>();

	/** @param name how the file's name begins */
	SeenTimes(String name) {
		this.name = name;
	}

	/**
	 * Measures from the end of what happens to the moment when it is seen.
	 *
	 * @param seen waits for it
	 */
	void measure(String what, Runnable happens, Runnable seen) {
		happens.run();
		long begin = System.nanoTime();
		seen.run();
		lines.add(String.format(Locale.ROOT, "%5d ms  %s", Duration.ofNanos(System.nanoTime() - begin).toMillis(), what));
	}

	/** Writes the file, where pictures are kept. */
	void keep() {
		var folder = System.getProperty(Screenshots.FOLDER, "");
		if (folder.isEmpty()) {
			return;
		}
		try {
			Files.createDirectories(Path.of(folder));
			Files.write(Path.of(folder, name + "-seen-after.txt"), lines);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
