package org.certbench.core;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Files that only their owner can read (modes 0700 and 0600 where the system has modes; elsewhere
 * the user's own folder protects them), and that are never seen half written. Thread-safe.
 */
public final class PrivateFiles {

	private PrivateFiles() {
	}

	/** Makes a folder and those above it, where they are missing. */
	public static void createFolder(Path folder) throws IOException {
		Files.createDirectories(folder, mode(folder, "rwx------"));
	}

	/**
	 * Writes a file, over an older one if there is one: a sibling is written, forced to disk and
	 * moved into place atomically. Its folder must exist.
	 */
	public static void write(Path file, byte[] content) throws IOException {
		var sibling = Files.createTempFile(file.toAbsolutePath().getParent(), ".writing", null,
				mode(file, "rw-------"));
		try {
			try (var channel = FileChannel.open(sibling, Set.of(StandardOpenOption.WRITE))) {
				var bytes = ByteBuffer.wrap(content);
				while (bytes.hasRemaining()) {
					channel.write(bytes);
				}
				channel.force(true);
			}
			Files.move(sibling, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		} finally {
			Files.deleteIfExists(sibling);
		}
	}

	private static FileAttribute<?>[] mode(Path path, String permissions) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix")
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}
}
