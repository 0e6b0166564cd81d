package org.certbench.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.widgets.Widget;

/** The way back from the background into the UI thread. */
public final class UiThread {

	private UiThread() {
	}

	/**
	 * Runs something in the UI thread, soon; not at all where the widget is gone by then. For any
	 * thread; never waits.
	 */
	public static void in(Widget widget, Runnable action) {
		try {
			widget.getDisplay().asyncExec(() -> {
				if (!widget.isDisposed()) {
					action.run();
				}
			});
		} catch (SWTException e) {
			if (e.code != SWT.ERROR_WIDGET_DISPOSED && e.code != SWT.ERROR_DEVICE_DISPOSED) {
				throw e;
			}
			// The widget went while the work was under way: nobody is left to see the outcome.
		}
	}
}
