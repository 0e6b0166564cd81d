package org.certbench.ui.driver;

import java.util.List;
import java.util.Optional;

import org.certbench.ui.WidgetIds;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.Text;

/**
 * Finds texts that cannot be read in full: labels, buttons, links and read-only texts that are
 * smaller than their text needs or stick out of what they stand in, and headers of tables that are
 * too narrow. What can be scrolled to can be read. UI thread.
 */
public final class CutTextCheck {

	/** Themes round differently in measuring and in laying out. */
	private static final int TOLERANCE = 2;

	private CutTextCheck() {
	}

	/** What is cut in a window, a sentence each. */
	public static List<String> in(Shell shell) {
		return Widgets.withDescendants(shell).filter(Control.class::isInstance).map(Control.class::cast)
				.flatMap(control -> check(control).stream()).toList();
	}

	private static Optional<String> check(Control control) {
		if (control instanceof Table table) {
			return narrowHeader(table);
		}
		if (!showsText(control) || Widgets.text(control).isBlank()) {
			return Optional.empty();
		}
		var size = control.getSize();
		var needed = needed(control, size);
		if (needed.x > size.x + TOLERANCE || needed.y > size.y + TOLERANCE) {
			return Optional.of("%s needs %dx%d and has %dx%d".formatted(name(control), needed.x, needed.y, size.x, size.y));
		}
		return sticksOut(control);
	}

	private static boolean showsText(Control control) {
		return control instanceof Label || control instanceof Button || control instanceof Link
				|| control instanceof Text text && !text.getEditable();
	}

	private static Point needed(Control control, Point size) {
		boolean wraps = (control.getStyle() & SWT.WRAP) != 0;
		var needed = control.computeSize(wraps ? size.x : SWT.DEFAULT, SWT.DEFAULT);
		return wraps ? new Point(Math.min(needed.x, size.x), needed.y) : needed;
	}

	/** Of every container up to the one that scrolls. */
	private static Optional<String> sticksOut(Control control) {
		var bounds = control.getBounds();
		for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
			if (parent instanceof ScrolledComposite) {
				return Optional.empty();
			}
			var area = parent.getClientArea();
			if (bounds.x + bounds.width > area.x + area.width + TOLERANCE
					|| bounds.y + bounds.height > area.y + area.height + TOLERANCE) {
				return Optional.of("%s sticks out of what it stands in: %s, %s".formatted(name(control), bounds, area));
			}
			if (parent instanceof Shell) {
				return Optional.empty();
			}
			bounds.x += parent.getBounds().x;
			bounds.y += parent.getBounds().y;
		}
		return Optional.empty();
	}

	private static Optional<String> narrowHeader(Table table) {
		var gc = new GC(table);
		try {
			for (TableColumn column : table.getColumns()) {
				int needed = gc.textExtent(column.getText()).x;
				if (table.getHeaderVisible() && column.getWidth() < needed) {
					return Optional.of("column \"%s\" needs %d and has %d".formatted(column.getText(), needed, column.getWidth()));
				}
			}
			return Optional.empty();
		} finally {
			gc.dispose();
		}
	}

	private static String name(Control control) {
		return "%s \"%s\"".formatted(WidgetIds.of(control).orElse(control.getClass().getSimpleName()),
				Widgets.text(control));
	}
}
