package org.certbench.ui.timeline.internal;

import org.eclipse.swt.graphics.GC;

/** A text cut at its end so that it fits, with an ellipsis in place of what is missing. */
final class Shortened {

	private static final String ELLIPSIS = "…";

	private Shortened() {
	}

	static String text(GC gc, String text, int width) {
		if (gc.textExtent(text).x <= width) {
			return text;
		}
		int length = text.length();
		while (length > 0 && gc.textExtent(text.substring(0, length) + ELLIPSIS).x > width) {
			length--;
		}
		return text.substring(0, length).stripTrailing() + ELLIPSIS;
	}
}
