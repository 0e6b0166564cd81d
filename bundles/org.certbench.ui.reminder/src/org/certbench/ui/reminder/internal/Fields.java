package org.certbench.ui.reminder.internal;

import org.certbench.core.Texts;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** Makes fields with their names before them: the id of a field is the key of its texts. UI thread. */
final class Fields {

	private static final Texts TEXTS = Texts.of(Fields.class);

	private Fields() {
	}

	/** A line of text. */
	static Text text(Composite parent, String id, int style, Runnable changed) {
		label(parent, id);
		Text text = WidgetIds.set(new Text(parent, style), "reminders." + id);
		text.setToolTipText(TEXTS.get("field." + id + ".hint"));
		text.addListener(SWT.Modify, modified -> changed.run());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
		return text;
	}

	/** A choice. */
	static Combo combo(Composite parent, String id, String... items) {
		label(parent, id);
		Combo combo = WidgetIds.set(new Combo(parent, SWT.READ_ONLY), "reminders." + id);
		combo.setItems(items);
		combo.select(0);
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(combo);
		return combo;
	}

	/** A button. */
	static Button button(Composite parent, String id, Runnable pressed) {
		Button button = WidgetIds.set(new Button(parent, SWT.PUSH), "reminders." + id);
		button.setText(TEXTS.get("button." + id));
		button.addListener(SWT.Selection, event -> pressed.run());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(button);
		return button;
	}

	private static void label(Composite parent, String id) {
		new Label(parent, SWT.NONE).setText(TEXTS.get("field." + id));
	}
}
