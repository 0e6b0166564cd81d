package org.certbench.core;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * Files that only their owner can read (modes 0700 and 0600 where the system has modes; elsewhere
 * the user's own folder protects them), and that are never seen half written. Thread-safe.
 */
public final class PrivateFiles {

	private static final System.Logger LOG = System.getLogger(PrivateFiles.class.getName());
	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss");

	private PrivateFiles() {
	}

	/**
	 * Makes a folder and those above it, where they are missing. They are on disk when this returns: what
	 * is forced to disk inside them is not lost with them.
	 */
	public static void createFolder(Path folder) throws IOException {
		var above = folder.toAbsolutePath().getParent();
		if (above == null || Files.isDirectory(folder)) {
			return;
		}
		createFolder(above);
		Files.createDirectories(folder, mode(folder, "rwx------"));
		forceFolder(above);
	}

	/**
	 * Writes a file, over an older one if there is one: a sibling is written, forced to disk and
	 * moved into place atomically. Its folder must exist.
	 */
	public static void write(Path file, byte[] content) throws IOException {
		write(file, content, false);
	}

	/**
	 * The same for a file that others may need: whoever could read the old one, a monitoring agent for
	 * instance, can read the new one.
	 */
	public static void writeLikeBefore(Path file, byte[] content) throws IOException {
		write(file, content, true);
	}

	private static void write(Path file, byte[] content, boolean likeBefore) throws IOException {
		var sibling = writeSibling(file, content);
		try {
			if (likeBefore && isPosix(sibling) && Files.isRegularFile(file)) {
				Files.setPosixFilePermissions(sibling, Files.getPosixFilePermissions(file));
			}
			Files.move(sibling, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			forceFolder(file.toAbsolutePath().getParent());
		} finally {
			discard(sibling);
		}
	}

	/**
	 * Writes a new file, never over another one. Its folder must exist.
	 *
	 * @throws FileAlreadyExistsException where the name is taken; nothing has changed
	 */
	public static void writeNew(Path file, byte[] content) throws IOException {
		var sibling = writeSibling(file, content);
		try {
			moveToNew(sibling, file);
		} finally {
			discard(sibling);
		}
	}

	/**
	 * Writes a new file beside another one, under a name that nothing takes for real, and forces it to
	 * disk. Whoever asks for it moves or deletes it; one that a crash left behind does no harm.
	 */
	public static Path writeSibling(Path file, byte[] content) throws IOException {
		var sibling = Files.createTempFile(file.toAbsolutePath().getParent(), ".writing", null,
				mode(file, "rw-------"));
		try (var channel = FileChannel.open(sibling, Set.of(StandardOpenOption.WRITE))) {
			var bytes = ByteBuffer.wrap(content);
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
			channel.force(true);
		} catch (IOException e) {
			discard(sibling);
			throw e;
		}
		return sibling;
	}

	/** Deletes a sibling that is not needed; where it cannot be, it is left, as after a crash. */
	public static void discard(Path sibling) {
		try {
			Files.deleteIfExists(sibling);
		} catch (IOException e) {
			// what kept it from being deleted is told by whatever needed it
			LOG.log(Level.DEBUG, "left behind: " + sibling, e);
		}
	}

	/**
	 * Moves a sibling to a name that is not taken, in one step. On a disk without links (FAT) the name is
	 * claimed by an empty file first.
	 *
	 * @throws FileAlreadyExistsException where it is taken; nothing has changed
	 */
	public static void moveToNew(Path sibling, Path file) throws IOException {
		try {
			// a rename would replace an existing file silently, a link never does
			Files.createLink(file, sibling);
		} catch (FileAlreadyExistsException taken) {
			throw taken;
		} catch (UnsupportedOperationException | FileSystemException noLinksHere) {
			claim(sibling, file);
		}
		discard(sibling);
		forceFolder(file.toAbsolutePath().getParent());
	}

	/** An empty file is made first: that fails where there is one, in one step, and it is ours to be replaced. */
	private static void claim(Path sibling, Path file) throws IOException {
		Files.createFile(file, mode(file, "rw-------"));
		boolean moved = false;
		try {
			Files.move(sibling, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			moved = true;
		} finally {
			if (!moved) {
				discard(file);
			}
		}
	}

	/**
	 * Keeps what is in a file beside it, as {@code <name>.bak-yyyyMMdd-HHmmss}, with a number where that is
	 * taken.
	 *
	 * @param file    need not be there any more
	 * @param content what is in it
	 * @return the backup, which is on disk
	 */
	public static Path writeBackup(Path file, byte[] content, Instant now) throws IOException {
		var sibling = writeSibling(file, content);
		try {
			var name = file.getFileName() + ".bak-" + MOMENT.format(now.atZone(ZoneId.systemDefault()));
			return moveToFirstFree(sibling, file.toAbsolutePath().resolveSibling(name));
		} finally {
			discard(sibling);
		}
	}

	private static Path moveToFirstFree(Path sibling, Path wanted) throws IOException {
		for (int number = 1;; number++) {
			try {
				var free = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
				moveToNew(sibling, free);
				return free;
			} catch (FileAlreadyExistsException taken) {
				continue;
			}
		}
	}

	/** Forces what was made or moved in a folder to disk, where the system can open a folder. */
	public static void forceFolder(Path folder) throws IOException {
		if (isPosix(folder)) {
			try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
				channel.force(true);
			}
		}
	}

	private static FileAttribute<?>[] mode(Path path, String permissions) {
		return isPosix(path)
				? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
				: new FileAttribute<?>[0];
	}

	private static boolean isPosix(Path path) {
		return path.getFileSystem().supportedFileAttributeViews().contains("posix");
	}
}
