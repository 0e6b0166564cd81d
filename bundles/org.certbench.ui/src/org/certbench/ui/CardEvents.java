package org.certbench.ui;

import org.certbench.eid.CardProviders;
import org.certbench.eid.Watches;
import org.eclipse.swt.widgets.Widget;

/**
 * Tells a view when card services, readers or cards come or go, as long as the view is there. The
 * providers are made in the background: that may take a moment.
 */
public final class CardEvents {

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
		var watches = new Watches();
		owner.addDisposeListener(disposed -> watches.close());
		UiJob.named(job, owner, progress -> {
			watches.add(providers, () -> UiThread.in(owner, changed));
			return watches;
		}).quietly().start();
	}
}
