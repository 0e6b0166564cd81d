package org.certbench.cli.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.logging.ConsoleHandler;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

import org.certbench.core.PrivateFiles;

/**
 * Takes what the program logs to a file in the data folder, so that the terminal shows only what the
 * command has to say. The file begins anew when it is long. Closing gives the log back as it was.
 */
final class LogFile extends Handler implements AutoCloseable {

	private static final long LONGEST = 1_000_000;

	private final Logger root = Logger.getLogger("");
	private final List<Handler> before = List.of(root.getHandlers());
	private final Path folder;

	private LogFile(Path folder) {
		this.folder = folder;
		setFormatter(new SimpleFormatter());
	}

	/**
	 * @param folder  made when there is something to write
	 * @param verbose whether it is shown on the terminal as well
	 */
	static LogFile install(Path folder, boolean verbose) {
		var log = new LogFile(folder);
		log.before.forEach(log.root::removeHandler);
		log.root.addHandler(log);
		if (verbose) {
			log.root.addHandler(new ConsoleHandler());
		}
		return log;
	}

	/** Where it is; there is none before something was logged. */
	Path file() {
		return folder.resolve("certbench.log");
	}

	@Override
	public synchronized void publish(LogRecord entry) {
		if (entry.getLevel().intValue() < Level.WARNING.intValue()) {
			return;
		}
		try {
			PrivateFiles.createFolder(folder);
			var how = Files.exists(file()) && Files.size(file()) < LONGEST ? StandardOpenOption.APPEND
					: StandardOpenOption.TRUNCATE_EXISTING;
			Files.writeString(file(), getFormatter().format(entry), StandardCharsets.UTF_8, StandardOpenOption.CREATE,
					StandardOpenOption.WRITE, how);
		} catch (IOException e) {
			reportError("the log cannot be written", e, ErrorManager.WRITE_FAILURE);
		}
	}

	@Override
	public void flush() {
		// nothing is held back
	}

	@Override
	public void close() {
		List.of(root.getHandlers()).forEach(root::removeHandler);
		before.forEach(root::addHandler);
	}
}
