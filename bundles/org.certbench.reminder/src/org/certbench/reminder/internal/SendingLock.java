package org.certbench.reminder.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

import org.certbench.core.Cancelled;
import org.certbench.core.PrivateFiles;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.reminder.ReminderFileException;

/**
 * Lets one at a time send, among all threads and processes: two that send at once would each find that
 * nobody was told.
 */
final class SendingLock implements AutoCloseable {

	private static final Texts TEXTS = Texts.of(SendingLock.class);
	private static final Duration PAUSE = Duration.ofMillis(100);

	private final FileChannel channel;

	private SendingLock(FileChannel channel) {
		this.channel = channel;
	}

	/** Waits until nobody else sends. */
	static SendingLock take(Path file, Progress progress) throws ReminderFileException, Cancelled {
		try {
			PrivateFiles.createFolder(file.getParent());
			var lock = new SendingLock(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
			lock.await(progress);
			return lock;
		} catch (IOException e) {
			throw ReminderFileException.notKept(file, e);
		}
	}

	private void await(Progress progress) throws IOException, Cancelled {
		boolean mine = false;
		try {
			while (!tryIt()) {
				progress.doing(TEXTS.get("waiting"));
				progress.checkCancelled();
				LockSupport.parkNanos(PAUSE.toNanos());
			}
			mine = true;
		} finally {
			if (!mine) {
				channel.close();
			}
		}
	}

	private boolean tryIt() throws IOException {
		try {
			return channel.tryLock() != null;
		} catch (OverlappingFileLockException anotherThread) {
			return false;
		}
	}

	@Override
	public void close() {
		try {
			channel.close();
		} catch (IOException e) {
			// The system takes the lock back when the process ends, at the latest.
			System.getLogger(SendingLock.class.getName()).log(System.Logger.Level.WARNING, "a lock was not given back", e);
		}
	}
}
