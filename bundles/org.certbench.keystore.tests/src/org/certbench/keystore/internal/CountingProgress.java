package org.certbench.keystore.internal;

import org.certbench.core.Progress;

/** Counts how often the work asks whether it shall stop, and says yes from some time on. */
final class CountingProgress implements Progress {

	private final int stopAt;
	private int asked;

	/** Says no for ever. */
	CountingProgress() {
		this(Integer.MAX_VALUE);
	}

	/** @param stopAt says yes when it is asked so often */
	CountingProgress(int stopAt) {
		this.stopAt = stopAt;
	}

	int asked() {
		return asked;
	}

	@Override
	public void doing(String what) {
		// the work is watched by its questions
	}

	@Override
	public boolean isCancelled() {
		return ++asked >= stopAt;
	}
}
