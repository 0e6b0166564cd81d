package org.certbench.ui.wizard.internal;

import org.certbench.core.Texts;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** Back, Next and Cancel below the wizard, and what is still missing beside them. UI thread. */
final class ButtonRow extends Composite {

	private static final Texts TEXTS = Texts.of(ButtonRow.class);
	private static final int LEAST_WIDTH = 100;
	private static final int TEXT_WIDTH = 200;

	private final Label hint;
	private final Button back;
	private final Button next;
	private final Button cancel;

	ButtonRow(Composite parent, Runnable goBack, Runnable goOn, Runnable leave) {
		super(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(this);
		GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 10).extendedMargins(0, 14, 0, 12).applyTo(this);
		var line = new Label(this, SWT.SEPARATOR | SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, false).span(4, 1).applyTo(line);
		hint = WidgetIds.set(new Label(this, SWT.WRAP), "wizard.hint");
		hint.setForeground(Palette.color(Palette.of(parent).quietText()));
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).indent(14, 0)
				.hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(hint);
		back = button("wizard.back", TEXTS.get("back"), goBack);
		next = button("wizard.next", TEXTS.get("next"), goOn);
		cancel = button("wizard.cancel", TEXTS.get("cancel"), leave);
		getShell().setDefaultButton(next);
	}

	/**
	 * Shows what can be done.
	 *
	 * @param label   what going on does
	 * @param canGoOn whether that is possible now
	 * @param last    whether nothing is left to be cancelled
	 * @param missing what must be answered first, or empty
	 */
	void show(String label, boolean canGoOn, boolean canGoBack, boolean last, String missing) {
		next.setText(Mnemonics.in(label, back.getText(), cancel.getText()));
		setWidth(next);
		next.setEnabled(canGoOn);
		back.setEnabled(canGoBack);
		setShown(back, !last);
		setShown(cancel, !last);
		hint.setText(missing.replace("&", "&&"));
		getParent().layout(new Control[] { hint, next });
	}

	private Button button(String id, String text, Runnable action) {
		var button = WidgetIds.set(new Button(this, SWT.PUSH), id);
		button.setText(text);
		button.addListener(SWT.Selection, pressed -> action.run());
		GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).applyTo(button);
		setWidth(button);
		return button;
	}

	private static void setWidth(Button button) {
		((GridData) button.getLayoutData()).widthHint = Math.max(LEAST_WIDTH,
				button.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
	}

	private static void setShown(Button button, boolean shown) {
		button.setVisible(shown);
		((GridData) button.getLayoutData()).exclude = !shown;
	}
}
