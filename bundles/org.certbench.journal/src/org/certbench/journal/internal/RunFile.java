package org.certbench.journal.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.certbench.core.PrivateFiles;
import org.certbench.journal.JournalEntry;

/** The file of one run: a line for each entry, only ever appended to. */
final class RunFile {

	private static final String SUFFIX = ".jsonl";
	private static final Pattern RUN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");
	/** Far behind the end: on Windows nobody can read what is locked. */
	private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;
	/** A lock on a file holds between processes; between the threads of this one, this does. */
	private static final Object APPENDING = new Object();

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
		var line = (EntryLine.write(entry) + "\n").getBytes(StandardCharsets.UTF_8);
		synchronized (APPENDING) {
			boolean isNew = Files.notExists(file);
			try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE); var lock = channel.lock(LOCKED_BYTE, 1, false)) {
				channel.position(channel.size());
				if (!endsWithLine(channel)) {
					writeFully(channel, ByteBuffer.wrap(new byte[] { '\n' }));
				}
				writeFully(channel, ByteBuffer.wrap(line));
				channel.force(true);
			}
			if (isNew) {
				PrivateFiles.forceFolder(file.getParent());
			}
		}
	}

	/** All entries that can be read, in their order; what a crash left half-written is passed over. */
	static List<JournalEntry> read(Path file) throws IOException {
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
				.map(EntryLine::read).flatMap(Optional::stream).toList();
	}

	/** A crash in the middle of an append leaves half a line, which must not swallow the next one. */
	private static boolean endsWithLine(FileChannel channel) throws IOException {
		if (channel.size() == 0) {
			return true;
		}
		var last = ByteBuffer.allocate(1);
		channel.read(last, channel.size() - 1);
		return last.get(0) == '\n';
	}

	private static void writeFully(FileChannel channel, ByteBuffer bytes) throws IOException {
		while (bytes.hasRemaining()) {
			channel.write(bytes);
		}
	}
}
