package org.certbench.workbench.internal;

import java.util.List;
import java.util.function.Supplier;

import org.certbench.ui.WidgetIds;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A small field in the tool bar that shows a choice, and opens a menu to make another one. UI thread. */
final class Badge {

	private final Composite frame;
	private final Composite field;
	private final Label sign;
	private final Label word;

	/**
	 * @param choices what the menu offers, asked each time it opens
	 * @param texts   all that it will ever say: the tool bar gives it its width once
	 */
	Badge(Composite parent, String id, Supplier<List<IAction>> choices, List<String> texts) {
		frame = new Composite(parent, SWT.NONE);
		GridLayoutFactory.fillDefaults().margins(4, 0).applyTo(frame);
		field = WidgetIds.set(new Composite(frame, SWT.NONE), id);
		field.setBackgroundMode(SWT.INHERIT_FORCE);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 1).spacing(6, 0).applyTo(field);
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).grab(true, true).applyTo(field);
		sign = new Label(field, SWT.NONE);
		word = WidgetIds.set(new Label(field, SWT.NONE), id + ".word");
		word.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		GridDataFactory.fillDefaults().hint(widthFor(texts), SWT.DEFAULT).applyTo(word);
		for (Control part : new Control[] { field, sign, word }) {
			part.addListener(SWT.MouseDown, pressed -> open(choices.get()));
		}
	}

	private int widthFor(List<String> texts) {
		int widest = 0;
		for (String text : texts) {
			word.setText(text);
			widest = Math.max(widest, word.computeSize(SWT.DEFAULT, SWT.DEFAULT).x);
		}
		return widest;
	}

	Control control() {
		return frame;
	}

	void show(Image image, String says, String tip) {
		sign.setImage(image);
		word.setText(says);
		for (Control part : new Control[] { field, sign, word }) {
			part.setToolTipText(tip);
		}
		frame.requestLayout();
	}

	void paint(Color background, Color text) {
		field.setBackground(background);
		word.setForeground(text);
	}

	private void open(List<IAction> choices) {
		var manager = new MenuManager();
		choices.forEach(manager::add);
		var menu = manager.createContextMenu(field);
		Point below = field.toDisplay(0, field.getSize().y);
		menu.setLocation(below);
		menu.setVisible(true);
		menu.addListener(SWT.Hide, hidden -> field.getDisplay().asyncExec(manager::dispose));
	}
}
