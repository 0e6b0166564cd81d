package org.certbench.ui.pkcs11.internal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.eid.CardException;
import org.certbench.eid.pkcs11.Pkcs11Modules;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** The chosen modules: a list, and below it the file of a new one, which is checked while it is typed. UI thread. */
final class ModulesForm extends Composite {

	private static final Texts TEXTS = Texts.of(ModulesForm.class);
	private static final int HEIGHT = 110;
	private static final int WRAP_WIDTH = 300;
	private static final int[] WIDTHS = { 340, 120 };

	private final Pkcs11Modules modules;
	private final List<Path> chosen;
	private final Table table;
	private final Text file;
	private final Button add;
	private final Button remove;
	private final Label remark;
	/** Whether the list of this run is the one that is kept. */
	private final boolean kept = System.getProperty(Pkcs11Modules.PROPERTY, "").isBlank();

	ModulesForm(Composite parent, Pkcs11Modules modules) {
		super(parent, SWT.NONE);
		this.modules = modules;
		this.chosen = new ArrayList<>(modules.chosen());
		GridLayoutFactory.fillDefaults().numColumns(3).spacing(8, 6).applyTo(this);
		sentence("official").setText(modules.official().stream().map(found -> TEXTS.get("official.found", found)).findFirst()
				.orElseGet(() -> TEXTS.get("official.none")));
		if (!kept) {
			sentence("property").setText(TEXTS.get("property", Pkcs11Modules.PROPERTY));
		}
		table = WidgetIds.set(new Table(this, SWT.BORDER | SWT.FULL_SELECTION | SWT.MULTI), "modules.list");
		table.setHeaderVisible(true);
		column("file", WIDTHS[0]);
		column("state", WIDTHS[1]);
		GridDataFactory.fillDefaults().grab(true, true).span(3, 1).hint(SWT.DEFAULT, HEIGHT).applyTo(table);
		new Label(this, SWT.NONE).setText(TEXTS.get("field.file"));
		file = WidgetIds.set(new Text(this, SWT.BORDER), "modules.file");
		file.setToolTipText(TEXTS.get("field.file.hint"));
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(file);
		Button browse = button(this, "browse", this::browse);
		remark = sentence("remark");
		Composite buttons = new Composite(this, SWT.NONE);
		GridDataFactory.fillDefaults().span(3, 1).applyTo(buttons);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(buttons);
		add = button(buttons, "add", this::add);
		remove = button(buttons, "remove", this::remove);
		table.addListener(SWT.Selection, selected -> remove.setEnabled(kept && table.getSelectionCount() > 0));
		file.addListener(SWT.Modify, modified -> check());
		file.setEnabled(kept);
		browse.setEnabled(kept);
		show();
	}

	/** Keeps the list, where it is not the one of this run alone. */
	void keep() throws ProblemException {
		if (kept && !chosen.equals(modules.chosen())) {
			modules.choose(List.copyOf(chosen));
		}
	}

	private void add() {
		chosen.add(Path.of(file.getText().strip()));
		file.setText("");
		show();
	}

	private void remove() {
		Arrays.stream(table.getSelection()).map(TableItem::getData).forEach(chosen::remove);
		show();
	}

	private void browse() {
		FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
		dialog.setText(TEXTS.get("browse.title"));
		String picked = dialog.open();
		if (picked != null) {
			file.setText(picked);
		}
	}

	private void show() {
		table.removeAll();
		for (var module : chosen) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setData(module);
			item.setText(new String[] { module.toString(),
					TEXTS.get(Files.isRegularFile(module) ? "state.there" : "state.missing") });
		}
		remove.setEnabled(false);
		check();
	}

	/** Says what is wrong with the file, and of OpenSC's module what it does not do: it can be used to log in. */
	private void check() {
		var typed = file.getText().strip();
		var fault = typed.isEmpty() ? "" : fault(typed);
		add.setEnabled(!typed.isEmpty() && fault.isEmpty());
		var isOpenSc = add.isEnabled() && modules.openSc().contains(Path.of(typed));
		remark.setText(isOpenSc ? new CardException.ModuleCannotSign(Path.of(typed)).getMessage()
				: fault.isEmpty() ? "" : TEXTS.get(fault));
		layout(true, true);
	}

	/** The key of what is wrong; empty where nothing is. */
	private String fault(String typed) {
		try {
			var module = Path.of(typed);
			if (!module.isAbsolute()) {
				return "fault.relative";
			}
			if (modules.official().contains(module)) {
				return "fault.official";
			}
			if (chosen.contains(module)) {
				return "fault.twice";
			}
			return Files.isRegularFile(module) ? "" : "fault.missing";
		} catch (InvalidPathException e) {
			return "fault.malformed";
		}
	}

	private Label sentence(String id) {
		Label label = WidgetIds.set(new Label(this, SWT.WRAP), "modules." + id);
		GridDataFactory.fillDefaults().grab(true, false).span(3, 1).hint(WRAP_WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}

	private static Button button(Composite parent, String id, Runnable pressed) {
		Button button = WidgetIds.set(new Button(parent, SWT.PUSH), "modules." + id);
		button.setText(TEXTS.get("button." + id));
		button.addListener(SWT.Selection, event -> pressed.run());
		return button;
	}

	private void column(String id, int width) {
		TableColumn column = new TableColumn(table, SWT.NONE);
		column.setText(TEXTS.get("column." + id));
		column.setWidth(width);
	}
}
