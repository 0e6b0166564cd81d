package org.certbench.ui.driver;

import java.util.concurrent.CountDownLatch;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;

/**
 * The display that tests of the user interface use: the workbench's where one is running, else one
 * of its own with its own thread, so that pages can be tested without a workbench.
 */
public final class TestDisplay {

	private static Display own;

	private TestDisplay() {
	}

	/** The display; its thread is not the caller's. */
	public static synchronized Display get() {
		if (PlatformUI.isWorkbenchRunning()) {
			return PlatformUI.getWorkbench().getDisplay();
		}
		if (own == null) {
			var ready = new CountDownLatch(1);
			Thread.ofPlatform().daemon().name("display of the tests").start(() -> run(ready));
			await(ready);
		}
		return own;
	}

	private static void run(CountDownLatch ready) {
		own = new Display();
		ready.countDown();
		while (!own.isDisposed()) {
			if (!own.readAndDispatch()) {
				own.sleep();
			}
		}
	}

	private static void await(CountDownLatch ready) {
		try {
			ready.await();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException("interrupted", e);
		}
	}
}
