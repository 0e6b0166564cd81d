package org.certbench.ui.wizard.internal.page;

import org.certbench.ui.Icon;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** A remark beside what it is about: a sign and words, or nothing. UI thread. */
final class Remark {

	private static final int LEAST_WIDTH = 160;

	private final Composite area;
	private final Label sign;
	private final Label words;
	private boolean goesWhenEmpty;

	Remark(Composite parent, String id) {
		area = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(6, 0).applyTo(area);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(area);
		sign = new Label(area, SWT.NONE);
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).hint(16, 16).applyTo(sign);
		words = WidgetIds.set(new Label(area, SWT.WRAP), id);
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).hint(LEAST_WIDTH, SWT.DEFAULT)
				.applyTo(words);
	}

	/** It takes no room as long as it says nothing: for one that is seldom there, among others. */
	Remark goesWhenEmpty() {
		goesWhenEmpty = true;
		clear();
		return this;
	}

	/** Where it stands. */
	Composite area() {
		return area;
	}

	/** Its words. */
	Label label() {
		return words;
	}

	/** Something is wrong. */
	void wrong(String says) {
		show(Icon.ERROR.image(), says, palette().bad());
	}

	/** Something to mind. */
	void warning(String says) {
		show(Icon.WARNING.image(), says, palette().text());
	}

	/** Something is not there yet. */
	void missing(String says) {
		show(null, says, palette().quietText());
	}

	/** Something is as it should be. */
	void good(String says) {
		show(Icon.STATE_GOOD.image(), says, palette().text());
	}

	/** Something to know. */
	void note(String says) {
		show(Icon.INFORMATION.image(), says, palette().text());
	}

	/** Something that is still waited for. */
	void waiting(String says) {
		show(Icon.PENDING.image(), says, palette().text());
	}

	void clear() {
		show(null, "", palette().text());
	}

	private void show(Image image, String says, RGB colour) {
		sign.setImage(image);
		words.setForeground(Palette.color(colour));
		words.setText(says.replace("&", "&&"));
		boolean shown = !goesWhenEmpty || !says.isEmpty();
		((GridData) area.getLayoutData()).exclude = !shown;
		area.setVisible(shown);
		words.requestLayout();
	}

	private Palette palette() {
		return Palette.of(area);
	}
}
