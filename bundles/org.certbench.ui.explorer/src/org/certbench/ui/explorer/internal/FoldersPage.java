package org.certbench.ui.explorer.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.certbench.inventory.Inventory;
import org.certbench.inventory.Words;
import org.certbench.ui.Icon;
import org.certbench.ui.Overview;
import org.certbench.ui.Services;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The preferences' page on which the folders are chosen that keystores are looked for in (I01). */
public final class FoldersPage extends PreferencePage implements IWorkbenchPreferencePage {

	private static final Texts TEXTS = Texts.of(FoldersPage.class);
	private static final int LIST_WIDTH = 360;
	private static final int LIST_HEIGHT = 160;

	private final List<Path> chosen = new ArrayList<>();
	private Inventory inventory;
	private Table table;
	private Button remove;

	@Override
	public void init(IWorkbench workbench) {
		inventory = Services.find(Inventory.class).orElseThrow();
		setDescription(TEXTS.get("folders.description"));
		noDefaultAndApplyButton();
	}

	@Override
	protected Control createContents(Composite parent) {
		Composite area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).applyTo(area);
		Label always = new Label(area, SWT.WRAP);
		always.setText(TEXTS.get("folders.always", String.join("\n", Stream.of(Environment.values()).map(this::described).toList())));
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).hint(LIST_WIDTH, SWT.DEFAULT).applyTo(always);
		table = WidgetIds.set(new Table(area, SWT.MULTI | SWT.BORDER | SWT.V_SCROLL), "folders.table");
		table.addListener(SWT.Selection, event -> remove.setEnabled(table.getSelectionCount() > 0));
		GridDataFactory.fillDefaults().grab(true, true).span(1, 2).hint(LIST_WIDTH, LIST_HEIGHT).applyTo(table);
		button(area, "add", this::add);
		remove = button(area, "remove", this::remove);
		chosen.addAll(Folders.added(inventory));
		fill();
		return area;
	}

	@Override
	public boolean performOk() {
		inventory.chooseFolders(chosen);
		Services.find(Overview.class).ifPresent(Overview::refresh);
		return true;
	}

	private void add() {
		Folders.ask(getShell()).filter(folder -> !chosen.contains(folder)).ifPresent(chosen::add);
		fill();
	}

	private void remove() {
		chosen.removeAll(Stream.of(table.getSelection()).map(item -> (Path) item.getData()).toList());
		fill();
	}

	private void fill() {
		table.removeAll();
		for (Path folder : chosen) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(folder.toString());
			item.setImage(Icon.FOLDER.image());
			item.setData(folder);
		}
		remove.setEnabled(false);
	}

	private Button button(Composite area, String id, Runnable action) {
		Button button = WidgetIds.set(new Button(area, SWT.PUSH), "folders." + id);
		button.setText(TEXTS.get("folders." + id));
		button.addListener(SWT.Selection, pressed -> action.run());
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(button);
		return button;
	}

	private String described(Environment environment) {
		return TEXTS.get("folders.own", Words.of(environment), inventory.keystoreFolder(environment));
	}
}
