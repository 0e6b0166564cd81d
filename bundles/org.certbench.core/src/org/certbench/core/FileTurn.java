package org.certbench.core;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A turn at what several threads and processes share, told by a lock file beside it: while one has its
 * turn, all others wait, as long as it takes. Semantics that surprise:
 * <ul>
 * <li>The lock file stays when the turn is over: to delete it would let two have a turn. What counts is
 * the system's lock on it, which ends with the process that holds it, however that ends.</li>
 * <li>It is a file of its own: on POSIX systems, a process that closes what is locked loses the lock,
 * even where it had only opened it again to read.</li>
 * <li>A thread cannot take a second turn at the same file.</li>
 * <li>Where the system has no locks, as on some network drives, taking a turn fails.</li>
 * </ul>
 */
public final class FileTurn implements AutoCloseable {

	/** A lock on a file holds between processes; between the threads of this one, these do. */
	private static final Map<Path, ReentrantLock> TURNS = new ConcurrentHashMap<>();

	private final ReentrantLock threads;
	private final FileChannel processes;

	private FileTurn(ReentrantLock threads, FileChannel processes) {
		this.threads = threads;
		this.processes = processes;
	}

	/**
	 * Waits for a turn and takes it.
	 *
	 * @param lockFile made where it is missing; its folder must exist
	 * @throws IllegalStateException where this thread has the turn already
	 */
	public static FileTurn take(Path lockFile) throws IOException {
		var threads = TURNS.computeIfAbsent(
				lockFile.toAbsolutePath().getParent().toRealPath().resolve(lockFile.getFileName()),
				file -> new ReentrantLock());
		if (threads.isHeldByCurrentThread()) {
			throw new IllegalStateException("this thread has its turn already: " + lockFile.getFileName());
		}
		threads.lock();
		try {
			return new FileTurn(threads, lock(lockFile));
		} catch (IOException | RuntimeException e) {
			threads.unlock();
			throw e;
		}
	}

	private static FileChannel lock(Path lockFile) throws IOException {
		var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		try {
			channel.lock();
			return channel;
		} catch (IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	/** Ends the turn; to be called once, by the thread that took it. */
	@Override
	public void close() throws IOException {
		try {
			processes.close();
		} finally {
			threads.unlock();
		}
	}
}
