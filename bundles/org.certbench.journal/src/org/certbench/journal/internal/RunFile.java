package org.certbench.journal.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.certbench.core.LineFile;
import org.certbench.journal.JournalEntry;

/** The file of one run: a line for each entry, only ever appended to. */
final class RunFile {

	private static final String SUFFIX = ".jsonl";
	private static final Pattern RUN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

	private RunFile() {
	}

	/**
	 * The file of a run.
	 *
	 * @throws IllegalArgumentException where the run's id cannot be a file's name
	 */
	static Path of(Path folder, String run) {
		if (!RUN.matcher(run).matches()) {
			throw new IllegalArgumentException("not the id of a run: " + run);
		}
		return folder.resolve(run + SUFFIX);
	}

	static boolean is(Path file) {
		return file.getFileName().toString().endsWith(SUFFIX);
	}

	/** Appends an entry; it is on disk when this returns. */
	static void append(Path file, JournalEntry entry) throws IOException {
		LineFile.append(file, List.of(EntryLine.write(entry)));
	}

	/** All entries that can be read, in their order; what a crash left half-written is passed over. */
	static List<JournalEntry> read(Path file) throws IOException {
		return LineFile.read(file).stream().map(EntryLine::read).flatMap(Optional::stream).toList();
	}
}
