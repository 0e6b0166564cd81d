package org.certbench.ui.wizard.internal.page;

import org.certbench.flow.Summary;
import org.certbench.flow.Summary.Row;
import org.certbench.flow.Summary.Section;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Shows the sections of a summary: a heading, then facts with their names in two columns. UI thread. */
final class SummaryView extends Composite {

	private static final int LABEL_WIDTH = 190;
	private static final int VALUE_WIDTH = 280;

	SummaryView(Composite parent, String id) {
		super(parent, SWT.NONE);
		WidgetIds.set(this, id);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(14, 5).applyTo(this);
	}

	/** Shows another summary; its document is not shown here. */
	void show(Summary summary) {
		for (Control control : getChildren()) {
			control.dispose();
		}
		summary.sections().forEach(this::add);
		requestLayout();
	}

	private void add(Section section) {
		var title = label(section.title());
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		GridDataFactory.fillDefaults().grab(true, false).span(2, 1).indent(0, getChildren().length == 1 ? 0 : 10)
				.applyTo(title);
		section.rows().forEach(this::add);
	}

	private void add(Row row) {
		var name = label(row.label());
		name.setForeground(Palette.color(Palette.of(this).quietText()));
		GridDataFactory.fillDefaults().hint(LABEL_WIDTH, SWT.DEFAULT).indent(12, 0).applyTo(name);
		GridDataFactory.fillDefaults().grab(true, false).hint(VALUE_WIDTH, SWT.DEFAULT).applyTo(label(row.value()));
	}

	private Label label(String text) {
		var label = new Label(this, SWT.WRAP);
		label.setText(text.replace("&", "&&"));
		return label;
	}
}
