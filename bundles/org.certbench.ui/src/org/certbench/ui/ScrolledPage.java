package org.certbench.ui;

import java.util.List;

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
public final class ScrolledPage {

	/** Narrower than any view: the text then takes the width that there is. */
	private static final int WRAP_WIDTH = 120;

	private final ScrolledComposite scrolled;
	private Composite body;

	/** An empty page. */
	public ScrolledPage(Composite parent) {
		scrolled = new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL);
		scrolled.setExpandHorizontal(true);
		scrolled.setExpandVertical(true);
		scrolled.setShowFocusedControl(true);
		scrolled.addListener(SWT.Resize, event -> fit());
		clear();
	}

	/** What is laid out in the view. */
	public Control control() {
		return scrolled;
	}

	/** An empty body in place of the one before. */
	public Composite clear() {
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
	public void fit() {
		int narrowest = body.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
		int width = Math.max(narrowest, scrolled.getClientArea().width);
		scrolled.setMinSize(narrowest, body.computeSize(width, SWT.DEFAULT).y);
		scrolled.layout(true, true);
	}

	/** Shows its beginning. */
	public void scrollToTop() {
		scrolled.setOrigin(0, 0);
	}

	/** A title. */
	public static Label title(Composite parent, String says) {
		return text(parent, says, JFaceResources.getBannerFont());
	}

	/** A heading within the page. */
	public static Label heading(Composite parent, String says) {
		Label label = text(parent, says, JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		GridDataFactory.fillDefaults().grab(true, false).hint(WRAP_WIDTH, SWT.DEFAULT).indent(0, 8).applyTo(label);
		return label;
	}

	/** A paragraph. */
	public static Label text(Composite parent, String says) {
		return text(parent, says, JFaceResources.getDefaultFont());
	}

	/** A paragraph that explains what stands above it. */
	public static Label quiet(Composite parent, String says) {
		Label label = text(parent, says);
		label.setForeground(Palette.color(Palette.of(parent).quietText()));
		return label;
	}

	/** A row of its own colour, for what belongs together: most often a {@link #sign} and a column. */
	public static Composite row(Composite body, int columns) {
		Composite row = new Composite(body, SWT.NONE);
		row.setBackground(Palette.color(Palette.of(body).surface()));
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		GridLayoutFactory.fillDefaults().numColumns(columns).margins(10, 10).spacing(10, 0).applyTo(row);
		return row;
	}

	/** The sign at the beginning of a row. */
	public static void sign(Composite row, Icon icon) {
		Label sign = new Label(row, SWT.NONE);
		sign.setImage(icon.image());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).indent(0, 1).applyTo(sign);
	}

	/** The steps of a way out, numbered. */
	public static void steps(Composite parent, List<String> steps) {
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
