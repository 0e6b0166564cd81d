package org.certbench.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A file of lines that is only ever appended to, by several threads and processes: what was appended
 * survives a crash, and nobody's lines are mixed with another's. Thread-safe.
 */
public final class LineFile {

	/** One for all files of a folder: there may be many of them, and appending is short. */
	private static final String LOCK = ".appending";

	private LineFile() {
	}

	/**
	 * Appends lines, in UTF-8; they are on disk when this returns. The file is made where it is missing,
	 * its folder must exist.
	 *
	 * @param lines without their ends
	 */
	public static void append(Path file, List<String> lines) throws IOException {
		var bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
		try (var turn = FileTurn.take(file.toAbsolutePath().resolveSibling(LOCK))) {
			boolean isNew = Files.notExists(file);
			try (var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
					StandardOpenOption.WRITE)) {
				channel.position(channel.size());
				if (!endsWithLine(channel)) {
					writeFully(channel, ByteBuffer.wrap(new byte[] { '\n' }));
				}
				writeFully(channel, ByteBuffer.wrap(bytes));
				channel.force(true);
			}
			if (isNew) {
				PrivateFiles.forceFolder(file.toAbsolutePath().getParent());
			}
		}
	}

	/**
	 * The lines that are not blank, in their order. The last may be half a line, where a crash ended an
	 * append: the reader passes over what it cannot understand.
	 */
	public static List<String> read(Path file) throws IOException {
		return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()).toList();
	}

	/** Half a line of a crash must not swallow the next one. */
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
