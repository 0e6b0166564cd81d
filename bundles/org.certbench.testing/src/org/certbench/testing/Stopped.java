package org.certbench.testing;

import org.certbench.core.Progress;

/** The progress of work that a person has stopped before it began. */
public final class Stopped implements Progress {

	@Override
	public void doing(String what) {
		// nobody watches
	}

	@Override
	public boolean isCancelled() {
		return true;
	}
}
