package org.certbench.ui;

import java.util.Optional;

import org.eclipse.swt.widgets.Widget;

/**
 * The stable names of controls, by which tests find them and nothing else does (W08). An id tells
 * the place, then the thing: {@code explorer.table}, {@code guide.action.renew}.
 */
public final class WidgetIds {

	/** The key that SWTBot looks for. */
	public static final String KEY = "org.eclipse.swtbot.widget.key";

	private WidgetIds() {
	}

	/** Names a widget; returns it, so that it can be named where it is made. UI thread. */
	public static <W extends Widget> W set(W widget, String id) {
		widget.setData(KEY, id);
		return widget;
	}

	/** The name of a widget, where it has one. UI thread. */
	public static Optional<String> of(Widget widget) {
		return widget.getData(KEY) instanceof String id ? Optional.of(id) : Optional.empty();
	}
}
