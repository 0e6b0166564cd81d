package org.certbench.ui.wizard.internal.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

import org.certbench.core.Texts;
import org.certbench.ui.WidgetIds;
import org.certbench.ui.wizard.PageContext;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;

/**
 * A table of which a person chooses one row; a double click, or Enter, also goes on. Nothing is chosen by itself.
 * UI thread.
 *
 * @param <T> what a row stands for
 */
final class ChoiceTable<T> {

	private static final Texts TEXTS = Texts.of(ChoiceTable.class);

	private final Table table;
	private final Class<T> type;
	private final BiConsumer<TableItem, T> writer;

	/**
	 * @param columns keys of their titles
	 * @param writer  gives a row its texts and images
	 */
	ChoiceTable(Composite parent, String id, Class<T> type, List<String> columns, BiConsumer<TableItem, T> writer) {
		this.type = type;
		this.writer = writer;
		table = WidgetIds.set(new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE), id);
		table.setHeaderVisible(true);
		columns.forEach(column -> new TableColumn(table, SWT.LEFT).setText(TEXTS.get(column)));
	}

	/** Tells of what a person chooses. */
	ChoiceTable<T> whenChosen(Runnable chosen, PageContext context) {
		table.addListener(SWT.Selection, selected -> chosen.run());
		table.addListener(SWT.DefaultSelection, selected -> context.goOn());
		return this;
	}

	/** Where it stands. */
	Table table() {
		return table;
	}

	/** Shows these, and none of them is chosen any more. */
	void show(List<T> all) {
		table.removeAll();
		for (T each : all) {
			var row = new TableItem(table, SWT.NONE);
			row.setData(each);
			writer.accept(row, each);
		}
		for (var column : table.getColumns()) {
			column.pack();
		}
	}

	/** Chooses the first that is meant, or none. */
	void select(Predicate<T> meant) {
		table.deselectAll();
		Arrays.stream(table.getItems()).filter(row -> meant.test(type.cast(row.getData()))).findFirst()
				.ifPresent(table::setSelection);
	}

	Optional<T> selected() {
		return Arrays.stream(table.getSelection()).map(row -> type.cast(row.getData())).findFirst();
	}
}
