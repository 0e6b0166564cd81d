package org.certbench.ui;

import java.util.ArrayList;
import java.util.List;

import org.certbench.eid.CardProvider.Watch;
import org.certbench.eid.CardProviders;
import org.eclipse.swt.widgets.Widget;

/**
 * Tells a view when card services, readers or cards come or go, as long as the view is there. The
 * providers are made in the background: that may take a moment.
 */
public final class CardEvents {

	private final List<Watch> watches = new ArrayList<>();
	private boolean ended;

	private CardEvents() {
	}

	/**
	 * Begins to tell; in the UI thread.
	 *
	 * @param job     what is done, for people
	 * @param owner   the view
	 * @param changed run in the UI thread, perhaps once at the beginning too
	 */
	public static void watch(CardProviders providers, String job, Widget owner, Runnable changed) {
		var events = new CardEvents();
		owner.addDisposeListener(disposed -> events.end());
		UiJob.named(job, owner, progress -> {
			for (var each : providers.installed()) {
				events.add(providers.provider(each.id()).watch(() -> UiThread.in(owner, changed)));
			}
			return events;
		}).quietly().start();
	}

	private synchronized void add(Watch watch) {
		if (ended) {
			watch.close();
		} else {
			watches.add(watch);
		}
	}

	private synchronized void end() {
		ended = true;
		watches.forEach(Watch::close);
		watches.clear();
	}
}
