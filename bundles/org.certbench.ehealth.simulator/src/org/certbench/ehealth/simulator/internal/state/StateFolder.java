package org.certbench.ehealth.simulator.internal.state;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.certbench.core.PrivateFiles;

/**
 * The folder with a simulator's state, which one server at a time holds: {@code lock} is locked and
 * {@code address} tells the server's address while it serves.
 */
public final class StateFolder implements AutoCloseable {

	private static final String ADDRESS = "address";

	private final Path folder;
	private final FileChannel channel;
	private final FileLock lock;

	private StateFolder(Path folder, FileChannel channel, FileLock lock) {
		this.folder = folder;
		this.channel = channel;
		this.lock = lock;
	}

	/**
	 * Takes the folder.
	 *
	 * @return nothing where another process, or another server in this one, has it
	 */
	public static Optional<StateFolder> take(Path folder) throws IOException {
		PrivateFiles.createFolder(folder);
		var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			var lock = channel.tryLock();
			if (lock != null) {
				return Optional.of(new StateFolder(folder.toRealPath(), channel, lock));
			}
		} catch (OverlappingFileLockException ofThisProcess) {
			// treated as another process's
		}
		channel.close();
		return Optional.empty();
	}

	/** The address that the present server wrote, or one that was killed before it could delete it. */
	public static Optional<URI> address(Path folder) {
		try {
			return Optional.of(URI.create(Files.readString(folder.resolve(ADDRESS)).strip()));
		} catch (IOException | IllegalArgumentException none) {
			return Optional.empty();
		}
	}

	/** The folder itself, links resolved. */
	public Path path() {
		return folder;
	}

	/** Tells other processes where the server is. */
	public void publish(URI address) throws IOException {
		PrivateFiles.write(folder.resolve(ADDRESS), address.toString().getBytes(StandardCharsets.US_ASCII));
	}

	/** Gives the folder back; does nothing the second time. */
	@Override
	public void close() throws IOException {
		if (lock.isValid()) {
			Files.deleteIfExists(folder.resolve(ADDRESS));
			lock.release();
			channel.close();
		}
	}
}
