package org.certbench.crash.runtime;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;
import java.util.stream.Stream;

/**
 * Follows what is forced to disk, and in which order: a process that is killed leaves what it wrote to the
 * system, so that no killing shows what a crash of the system would lose. Content must be forced before it is
 * moved into place, and everything before something is sent and before the program says that it is done. What
 * is not is written down beside {@code crash.log}, and the program goes on.
 */
final class Forcing {

	private static final String LOG = System.getProperty("crash.log") + ".unforced";

	private static final Map<FileChannel, Path> CHANNELS = new WeakHashMap<>();
	/** Files that were made and are empty: locks, which nobody misses. */
	private static final Set<Path> EMPTY = new TreeSet<>();
	private static final Set<Path> FILES = new TreeSet<>();
	/** Those in which something was made or moved. */
	private static final Set<Path> FOLDERS = new TreeSet<>();

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> demandAll("the end of the program", "done")));
	}

	private Forcing() {
	}

	/** A file, or a folder, was opened. */
	static synchronized void opened(FileChannel channel, Path file, boolean isMade) {
		CHANNELS.put(channel, file.toAbsolutePath());
		if (isMade) {
			EMPTY.add(file.toAbsolutePath());
		}
	}

	static synchronized void written(FileChannel channel) {
		var file = CHANNELS.get(channel);
		FILES.add(file);
		if (EMPTY.remove(file)) {
			made(file);
		}
	}

	/** A file is about to be written as a whole. */
	static synchronized void written(Path file) {
		FILES.add(file.toAbsolutePath());
		if (!Files.exists(file)) {
			made(file);
		}
	}

	/** Something has a name that it did not have, which is on disk when its folder is. */
	static synchronized void made(Path file) {
		FOLDERS.add(file.toAbsolutePath().getParent());
	}

	static synchronized void forced(FileChannel channel) {
		FILES.remove(CHANNELS.get(channel));
		FOLDERS.remove(CHANNELS.get(channel));
	}

	/** A file comes into place, by another name that it may keep. */
	static synchronized void moved(Path from, Path to, String site) {
		if (FILES.remove(from.toAbsolutePath())) {
			write(site + ": moved into place before it was forced: " + to);
		}
		made(to);
	}

	/** Something is about to leave this computer. */
	static void beforeSending(String site) {
		demandAll(site, "sent");
	}

	private static synchronized void demandAll(String site, String reliedOn) {
		Stream.concat(FILES.stream().filter(Files::exists), FOLDERS.stream())
				.forEach(unforced -> write("%s: %s before it was forced: %s".formatted(site, reliedOn, unforced)));
	}

	private static void write(String line) {
		try (var log = new FileOutputStream(LOG, true)) {
			log.write((line + "\n").getBytes(StandardCharsets.UTF_8));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
