package org.certbench.ui.reminder.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.core.Holder;
import org.certbench.core.Texts;
import org.certbench.reminder.Addressee;
import org.certbench.reminder.Language;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** Who is written to: a list, and the fields of a new one below it. UI thread. */
final class AddresseeTable {

	private static final Texts TEXTS = Texts.of(AddresseeTable.class);
	private static final int HEIGHT = 90;
	private static final int[] WIDTHS = { 200, 100, 200 };

	private final List<Addressee> addressees = new ArrayList<>();
	private final Runnable changed;
	private final Table table;
	private final Button remove;
	private final Text address;
	private final Combo language;
	private final Text holders;
	private final Button add;

	AddresseeTable(Composite parent, Runnable changed) {
		this.changed = changed;
		table = WidgetIds.set(new Table(parent, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI), "reminders.addressees");
		table.setHeaderVisible(true);
		column("address", WIDTHS[0]);
		column("language", WIDTHS[1]);
		column("holders", WIDTHS[2]);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(SWT.DEFAULT, HEIGHT).applyTo(table);
		address = Fields.text(parent, "address", SWT.BORDER, this::check);
		language = Fields.combo(parent, "language", Stream.of(Language.values()).map(AddresseeTable::name).toArray(String[]::new));
		holders = Fields.text(parent, "holders", SWT.BORDER, this::check);
		Composite buttons = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().span(2, 1).applyTo(buttons);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
		add = Fields.button(buttons, "add", this::add);
		remove = Fields.button(buttons, "remove", this::remove);
		table.addListener(SWT.Selection, selected -> remove.setEnabled(table.getSelectionCount() > 0));
		show();
	}

	void fill(List<Addressee> present) {
		addressees.clear();
		addressees.addAll(present);
		show();
	}

	List<Addressee> addressees() {
		return List.copyOf(addressees);
	}

	private void add() {
		addressees.add(new Addressee(address.getText().strip(), Language.values()[language.getSelectionIndex()], holders()));
		address.setText("");
		holders.setText("");
		show();
	}

	private void remove() {
		Arrays.stream(table.getSelection()).map(TableItem::getData).forEach(addressees::remove);
		show();
	}

	private void show() {
		table.removeAll();
		for (var addressee : addressees) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setData(addressee);
			item.setText(new String[] { addressee.address(), name(addressee.language()), addressee.holders().isEmpty()
					? TEXTS.get("holders.all") : addressee.holders().stream().map(Holder::toString).collect(Collectors.joining(" ")) });
		}
		remove.setEnabled(false);
		check();
		changed.run();
	}

	/** One can be added when the address looks like one and the holders are some. */
	private void check() {
		if (add != null) {
			add.setEnabled(address.getText().strip().matches("\\S+@\\S+") && areHolders());
		}
	}

	private boolean areHolders() {
		try {
			holders();
			return true;
		} catch (IllegalArgumentException e) {
			return false;
		}
	}

	/** @throws IllegalArgumentException where one is none */
	private List<Holder> holders() {
		return Arrays.stream(holders.getText().strip().split("\\s+")).filter(text -> !text.isEmpty()).map(Holder::parse).toList();
	}

	private void column(String id, int width) {
		TableColumn column = new TableColumn(table, SWT.NONE);
		column.setText(TEXTS.get("column." + id));
		column.setWidth(width);
	}

	private static String name(Language language) {
		return TEXTS.get("language." + language.id());
	}
}
