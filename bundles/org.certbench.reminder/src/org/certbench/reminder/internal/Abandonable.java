package org.certbench.reminder.internal;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/**
 * Work that nothing can interrupt: when the person stops it, it goes on in a thread of its own until it
 * ends by itself, and nobody waits for it.
 */
final class Abandonable {

	private static final int LOOK_AGAIN_MILLISECONDS = 100;

	/** What is done. */
	@FunctionalInterface
	interface Work {
		void run() throws ProblemException;
	}

	private Abandonable() {
	}

	/** Waits for the end of the work, or until it was cancelled. */
	static void run(Progress progress, Work work) throws ProblemException {
		var task = new FutureTask<Void>(() -> {
			work.run();
			return null;
		});
		Thread.ofPlatform().daemon().name("reminder").start(task);
		for (;;) {
			try {
				task.get(LOOK_AGAIN_MILLISECONDS, TimeUnit.MILLISECONDS);
				return;
			} catch (TimeoutException goesOn) {
				progress.checkCancelled();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new Cancelled();
			} catch (ExecutionException e) {
				if (e.getCause() instanceof ProblemException problem) {
					throw problem;
				}
				throw new IllegalStateException(e.getCause());
			}
		}
	}
}
