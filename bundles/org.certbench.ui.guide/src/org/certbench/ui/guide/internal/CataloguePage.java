package org.certbench.ui.guide.internal;

import java.util.List;
import java.util.function.Consumer;

import org.certbench.core.Texts;
import org.certbench.guide.Guide;
import org.certbench.guide.Page;
import org.certbench.ui.Icon;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;

/** All problems that the guide knows, with search. UI thread. */
final class CataloguePage {

	private static final Texts TEXTS = Texts.of(CataloguePage.class);

	private final Composite area;
	private final Text words;
	private final Composite results;
	private final StackLayout either = new StackLayout();
	private final Table table;
	/** In place of the table where no page has the words. */
	private final Label nothing;
	private final Guide guide;
	private List<Page> shown = List.of();

	/** @param opener shows a page */
	CataloguePage(Composite parent, Guide guide, Consumer<Page> opener) {
		this.guide = guide;
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(6, 6).spacing(0, 6).applyTo(area);
		words = WidgetIds.set(new Text(area, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL), "guide.search");
		words.setMessage(TEXTS.get("catalogue.search"));
		words.addListener(SWT.Modify, event -> search());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(words);
		results = new Composite(area, SWT.NONE);
		results.setLayout(either);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(results);
		table = WidgetIds.set(new Table(results, SWT.SINGLE | SWT.V_SCROLL | SWT.H_SCROLL | SWT.FULL_SELECTION), "guide.catalogue");
		nothing = WidgetIds.set(new Label(results, SWT.WRAP), "guide.nothing");
		nothing.setText(TEXTS.get("catalogue.none"));
		table.addListener(SWT.DefaultSelection, event -> opener.accept(shown.get(table.getSelectionIndex())));
		table.addListener(SWT.MouseUp, event -> {
			TableItem item = table.getItem(new Point(event.x, event.y));
			if (event.button == 1 && item != null) {
				opener.accept(shown.get(table.indexOf(item)));
			}
		});
		words.addListener(SWT.KeyDown, event -> {
			if (event.keyCode == SWT.ARROW_DOWN) {
				table.setFocus();
			}
		});
		search();
	}

	Control control() {
		return area;
	}

	void setFocus() {
		words.setFocus();
	}

	private void search() {
		shown = words.getText().isBlank() ? guide.pages() : guide.search(words.getText());
		table.removeAll();
		for (Page page : shown) {
			TableItem item = new TableItem(table, SWT.NONE);
			item.setText(page.title());
			item.setImage(Icon.HELP.image());
		}
		table.setSelection(0);
		either.topControl = shown.isEmpty() ? nothing : table;
		results.layout();
	}
}
