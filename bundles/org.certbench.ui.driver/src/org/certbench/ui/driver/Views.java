package org.certbench.ui.driver;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Views of the window, by their ids. Not for the UI thread. */
public final class Views {

	/** What is done with the page of the window. */
	@FunctionalInterface
	private interface InPage {
		void work(IWorkbenchPage page) throws PartInitException;
	}

	private Views() {
	}

	/** Opens a view, or brings it to the front. */
	public static void show(String id) {
		inPage(page -> page.showView(id));
	}

	/** Closes a view that is open. */
	public static void hide(String id) {
		inPage(page -> page.hideView(page.findView(id)));
	}

	private static void inPage(InPage work) {
		TestDisplay.get().syncExec(() -> {
			try {
				work.work(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage());
			} catch (PartInitException e) {
				throw new AssertionError(e);
			}
		});
	}
}
