package org.certbench.ui.explorer.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.swt.widgets.TreeColumn;

/**
 * The widths and the order that a person gave the columns, kept in the view's state, which the workbench
 * writes when it closes and reads when it opens. UI thread.
 */
final class ColumnArrangement {

	private static final String ORDER = "columns";
	private static final String WIDTH = "column.width.";
	/** What was written by a window of another size or version may be nonsense; a column stays visible. */
	private static final int NARROWEST = 20;
	private static final int WIDEST = 2000;

	private final Tree tree;
	private final Map<String, String> state;

	ColumnArrangement(Tree tree, Map<String, String> state) {
		this.tree = tree;
		this.state = state;
	}

	/** Arranges the columns as they were left, and notes every change from now on. */
	void restore() {
		var columns = Column.values();
		for (Column column : columns) {
			int width = number(state.getOrDefault(WIDTH + column.id(), ""));
			if (width >= NARROWEST && width <= WIDEST) {
				tree.getColumn(column.ordinal()).setWidth(width);
			}
		}
		int[] order = Arrays.stream(state.getOrDefault(ORDER, "").split(" ")).mapToInt(ColumnArrangement::ordinal).toArray();
		if (Arrays.stream(order).filter(ordinal -> ordinal >= 0).distinct().count() == columns.length
				&& order.length == columns.length) {
			tree.setColumnOrder(order);
		}
		for (Column column : columns) {
			noteChangesOf(column, tree.getColumn(column.ordinal()));
		}
	}

	private void noteChangesOf(Column column, TreeColumn shown) {
		shown.addListener(SWT.Resize, event -> state.put(WIDTH + column.id(), String.valueOf(shown.getWidth())));
		shown.addListener(SWT.Move, event -> state.put(ORDER, Arrays.stream(tree.getColumnOrder())
				.mapToObj(ordinal -> Column.values()[ordinal].id()).collect(Collectors.joining(" "))));
	}

	private static int ordinal(String id) {
		return Arrays.stream(Column.values()).filter(column -> column.id().equals(id)).mapToInt(Column::ordinal).findFirst()
				.orElse(-1);
	}

	private static int number(String text) {
		try {
			return Integer.parseInt(text);
		} catch (NumberFormatException notSet) {
			return 0;
		}
	}
}
