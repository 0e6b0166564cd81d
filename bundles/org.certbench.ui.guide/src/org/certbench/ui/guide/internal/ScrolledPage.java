package org.certbench.ui.guide.internal;

import java.util.List;

import org.certbench.ui.Palette;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

/** A column of text and buttons that wraps to the view's width and scrolls down. UI thread. */
final class ScrolledPage {

	/** Narrower than any view: the text then takes the width that there is. */
	private static final int WRAP_WIDTH = 120;

	private final ScrolledComposite scrolled;
	private Composite body;

	ScrolledPage(Composite parent) {
		scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		scrolled.setShowFocusedControl(true);
		scrolled.addListener(SWT.Resize, event -> fit());
		clear();
	}

	Control control() {
		return scrolled;
	}

	/** An empty body in place of the one before. */
	Composite clear() {
		if (body != null) {
			body.dispose();
		}
		body = new Composite(scrolled, SWT.NONE);
		body.setBackground(scrolled.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
		body.setBackgroundMode(SWT.INHERIT_FORCE);
		GridLayoutFactory.fillDefaults().margins(14, 12).spacing(0, 6).applyTo(body);
		scrolled.setContent(body);
		return body;
	}

	/** Lays the body out again after it was filled; it is never narrower than its widest button. */
	void fit() {
		int narrowest = body.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
		int width = Math.max(narrowest, scrolled.getClientArea().width);
		scrolled.setMinSize(narrowest, body.computeSize(width, SWT.DEFAULT).y);
		scrolled.layout(true, true);
	}

	void scrollToTop() {
		scrolled.setOrigin(0, 0);
	}

	/** A title. */
	static Label title(Composite parent, String says) {
		return text(parent, says, JFaceResources.getBannerFont());
	}

	/** A heading within the page. */
	static Label heading(Composite parent, String says) {
		Label label = text(parent, says, JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_WIDTH, SWT.DEFAULT).indent(0, 8).applyTo(label);
		return label;
	}

	/** A paragraph. */
	static Label text(Composite parent, String says) {
		return text(parent, says, JFaceResources.getDefaultFont());
	}

	/** A paragraph that explains what stands above it. */
	static Label quiet(Composite parent, String says) {
		Label label = text(parent, says);
		label.setForeground(Palette.color(Palette.of(parent).quietText()));
		return label;
	}

	/** The steps of a way out, numbered. */
	static void steps(Composite parent, List<String> steps) {
		Composite list = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(list);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 4).applyTo(list);
		for (int i = 0; i < steps.size(); i++) {
			Label number = new Label(list, SWT.RIGHT);
			number.setText(i + 1 + ".");
			GridDataFactory.fillDefaults().align(SWT.END, SWT.BEGINNING).applyTo(number);
			text(list, steps.get(i));
		}
	}

	private static Label text(Composite parent, String says, Font font) {
		Label label = new Label(parent, SWT.WRAP);
		label.setText(says.replace("&", "&&"));
		label.setFont(font);
		GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
