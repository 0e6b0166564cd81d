package org.certbench.workbench.internal;

import org.certbench.ui.Icon;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A sign and a few words in the status line. UI thread. */
final class StatusField extends Composite {

	private final Label word;

	/** @param widest texts that it must have room for */
	StatusField(Composite parent, String id, Icon icon, String... widest) {
		super(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 2).spacing(5, 0).applyTo(this);
		Label sign = new Label(this, SWT.NONE);
		sign.setImage(icon.image());
		word = WidgetIds.set(new Label(this, SWT.NONE), id);
		int width = 0;
		for (String text : widest) {
			word.setText(text);
			width = Math.max(width, word.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
		}
		GridDataFactory.fillDefaults().grab(true, true).align(SWT.FILL, SWT.CENTER).hint(width, SWT.DEFAULT).applyTo(word);
		word.setText("");
	}

	/** Shows a text; what has no room is in the tip. */
	void show(String text, String tip) {
		word.setText(text);
		word.setToolTipText(tip);
		setToolTipText(tip);
	}
}
