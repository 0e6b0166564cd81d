package org.certbench.guide;

import org.certbench.core.Cancelled;
import org.certbench.core.Progress;

/**
 * Brings facts of a kind of its own to the rules: a service of whoever contributes rules that look at
 * more than keystores and requests. Rules find them by their class, with {@link Facts#of(Class)}.
 */
@FunctionalInterface
public interface FactSource {

	/** What is known now; quick, for any thread. Asks nobody: what is slow to learn was learnt before. */
	Object facts();

	/** Learns anew what this computer tells, and takes a while to tell it; asks nobody outside. Not for the UI thread. */
	default void refresh(Progress progress) throws Cancelled {
		// what is known is kept on disk, or told by others
	}

	/**
	 * Learns by itself from now on, in a thread of its own, and tells each time that there may be other facts;
	 * returns at once.
	 *
	 * @param changed called from any thread; it returns at once
	 */
	default Watch watch(Runnable changed) {
		return () -> {
			// nothing changes by itself
		};
	}

	/** A running watch. */
	@FunctionalInterface
	interface Watch extends AutoCloseable {
		@Override
		void close();
	}
}
