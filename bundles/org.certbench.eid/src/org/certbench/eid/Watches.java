package org.certbench.eid;

import java.util.ArrayList;
import java.util.List;

import org.certbench.eid.CardProvider.Watch;

/**
 * Watches that end together, also those that are begun after the end: making a provider takes a moment, in
 * which whoever watches may go. Thread-safe.
 */
public final class Watches implements Watch {

	private final List<Watch> running = new ArrayList<>();
	private boolean ended;

	/** Watches all providers that are installed; makes those that are not made yet. Not for the UI thread. */
	public void add(CardProviders providers, Runnable changed) {
		providers.installed().forEach(each -> add(providers.provider(each.id()).watch(changed)));
	}

	private synchronized void add(Watch watch) {
		if (ended) {
			watch.close();
		} else {
			running.add(watch);
		}
	}

	@Override
	public synchronized void close() {
		ended = true;
		running.forEach(Watch::close);
		running.clear();
	}
}
