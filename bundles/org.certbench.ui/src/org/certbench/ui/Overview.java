package org.certbench.ui;

import java.util.function.Consumer;

import org.eclipse.swt.widgets.Control;

/**
 * What is known now, the same for all views: a service. It follows the inventory, the journal and
 * the passing of time, and applies the rules once for everybody, in the background. Thread-safe.
 */
public interface Overview {

	/** What is known now; empty in the first moments. */
	Snapshot snapshot();

	/** Looks at the disk again, in a Job that the person sees; returns at once. */
	void refresh();

	/** Tells each new snapshot, in a background thread, until the watch is closed. */
	Watch watch(Consumer<Snapshot> changed);

	/**
	 * Shows snapshots in a control for as long as it lives: the present one now, each later one when
	 * it comes. UI thread.
	 *
	 * @param show called in the UI thread
	 */
	default void showIn(Control control, Consumer<Snapshot> show) {
		show.accept(snapshot());
		var watch = watch(snapshot -> UiThread.in(control, () -> show.accept(snapshot)));
		control.addDisposeListener(disposed -> watch.close());
	}

	/** A running watch. */
	@FunctionalInterface
	interface Watch extends AutoCloseable {
		@Override
		void close();
	}
}
