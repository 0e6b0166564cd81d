package org.certbench.ui;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** A text for the clipboard. UI thread. */
public final class ClipboardText {

	private ClipboardText() {
	}

	/** Puts a text into the clipboard; what was there is gone. */
	public static void put(String text, Display display) {
		var clipboard = new Clipboard(display);
		try {
			clipboard.setContents(new Object[] { text }, new Transfer[] { TextTransfer.getInstance() });
		} finally {
			clipboard.dispose();
		}
	}
}
