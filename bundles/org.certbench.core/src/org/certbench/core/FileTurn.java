package org.certbench.core;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * A turn at what several threads and processes share, told by a lock file beside it: while one has its
 * turn, all others wait, as long as it takes, or are told. Semantics that surprise:
 * <ul>
 * <li>The lock file stays when the turn is over: to delete it would let two have a turn. What counts is
 * the system's lock on it, which ends with the process that holds it, however that ends.</li>
 * <li>It is a file of its own: on POSIX systems, a process that closes what is locked loses the lock,
 * even where it had only opened it again to read.</li>
 * <li>A thread cannot take a second turn at the same file.</li>
 * <li>Where the system has no locks, as on some network drives, taking a turn fails.</li>
 * </ul>
 * Any thread may end it.
 */
public final class FileTurn implements AutoCloseable {

	/** A lock on a file holds between processes; between the threads of this one, these do. */
	private static final Map<Path, Threads> TURNS = new ConcurrentHashMap<>();

	private final Threads threads;
	private final FileChannel processes;

	/** The turn among the threads of this process. */
	private static final class Threads {
		private final Semaphore free = new Semaphore(1, true);
		private volatile Thread holder;

		static Threads of(Path lockFile) throws IOException {
			var folder = lockFile.toAbsolutePath().getParent().toRealPath();
			return TURNS.computeIfAbsent(folder.resolve(lockFile.getFileName()), file -> new Threads());
		}

		void taken() {
			holder = Thread.currentThread();
		}

		boolean isMine() {
			return holder == Thread.currentThread();
		}

		void end() {
			holder = null;
			free.release();
		}
	}

	private FileTurn(Threads threads, FileChannel processes) {
		this.threads = threads;
		this.processes = processes;
		threads.taken();
	}

	/**
	 * Waits for a turn and takes it.
	 *
	 * @param lockFile made where it is missing; its folder must exist
	 * @throws IllegalStateException where this thread has the turn already
	 */
	public static FileTurn take(Path lockFile) throws IOException {
		var threads = Threads.of(lockFile);
		if (threads.isMine()) {
			throw new IllegalStateException("this thread has its turn already: " + lockFile.getFileName());
		}
		threads.free.acquireUninterruptibly();
		return lock(lockFile, threads, FileChannel::lock).orElseThrow();
	}

	/**
	 * Takes a turn where nobody else has it now.
	 *
	 * @param lockFile made where it is missing; its folder must exist
	 * @return nothing where another thread or process has it, or this thread
	 */
	public static Optional<FileTurn> tryTake(Path lockFile) throws IOException {
		var threads = Threads.of(lockFile);
		return threads.free.tryAcquire() ? lock(lockFile, threads, FileChannel::tryLock) : Optional.empty();
	}

	/** Locks among the processes. */
	@FunctionalInterface
	private interface Locking {
		/** @return null where another process has the lock */
		Object lock(FileChannel channel) throws IOException;
	}

	/** Gives the turn among the threads back where there is none among the processes. */
	private static Optional<FileTurn> lock(Path lockFile, Threads threads, Locking locking) throws IOException {
		boolean taken = false;
		FileChannel channel = null;
		try {
			channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
			taken = locking.lock(channel) != null;
			return taken ? Optional.of(new FileTurn(threads, channel)) : Optional.empty();
		} finally {
			if (!taken) {
				close(channel, threads);
			}
		}
	}

	private static void close(FileChannel channel, Threads threads) throws IOException {
		try {
			if (channel != null) {
				channel.close();
			}
		} finally {
			threads.end();
		}
	}

	/** Ends the turn; does nothing the second time. */
	@Override
	public synchronized void close() throws IOException {
		if (processes.isOpen()) {
			close(processes, threads);
		}
	}
}
