package org.certbench.core;

/**
 * Tells the person how long work goes on, and the work that it shall stop. May be called from any
 * thread; implementations do not block.
 */
public interface Progress {

	/** Progress that nobody watches and nobody cancels. */
	Progress NONE = new Progress() {
		@Override
		public void doing(String what) {
			// nobody watches
		}

		@Override
		public boolean isCancelled() {
			return false;
		}
	};

	/** What is being done now, in the user's language: "Sending the request". */
	void doing(String what);

	/** Whether the person asked to stop. */
	boolean isCancelled();

	/** Ends the work here when the person asked to stop. */
	default void checkCancelled() throws Cancelled {
		if (isCancelled()) {
			throw new Cancelled();
		}
	}
}
