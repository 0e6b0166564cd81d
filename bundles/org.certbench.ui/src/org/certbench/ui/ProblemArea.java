package org.certbench.ui;

import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/**
 * Shows a {@link ProblemException} where it happened: what happened, what to do, and the button
 * that opens the guide's page. It takes no room while there is nothing to show; its parent is laid
 * out by a GridLayout. UI thread.
 */
public final class ProblemArea extends Composite {

	private static final Texts TEXTS = Texts.of(ProblemArea.class);

	private final Label message;
	private final Label remedy;
	private String problem = "";

	/** An area without a problem. */
	public ProblemArea(Composite parent) {
		super(parent, SWT.NONE);
		WidgetIds.set(this, "problem.area");
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(this);
		var guide = Services.find(ProblemGuide.class);
		GridLayoutFactory.fillDefaults().numColumns(guide.isPresent() ? 3 : 2).margins(10, 8).spacing(10, 4).applyTo(this);
		setBackgroundMode(SWT.INHERIT_FORCE);
		var palette = Palette.of(parent);
		setBackground(Palette.color(palette.tint(palette.bad(), 0.1)));
		Label sign = new Label(this, SWT.NONE);
		sign.setImage(Icon.ERROR.image());
		GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).span(1, 2).applyTo(sign);
		message = WidgetIds.set(line(), "problem.message");
		message.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		guide.ifPresent(this::addGuideButton);
		remedy = WidgetIds.set(line(), "problem.remedy");
		setVisible(false);
	}

	/** Shows a problem in place of the one before. */
	public void show(ProblemException shown) {
		problem = shown.problem();
		message.setText(shown.getMessage());
		remedy.setText(shown.remedy());
		setShown(true);
	}

	/** Takes the problem away. */
	public void clear() {
		setShown(false);
	}

	private void addGuideButton(ProblemGuide guide) {
		Button button = WidgetIds.set(new Button(this, SWT.PUSH), "problem.guide");
		button.setText(TEXTS.get("problem.guide"));
		button.addListener(SWT.Selection, pressed -> guide.show(problem));
		GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).span(1, 2).applyTo(button);
	}

	private Label line() {
		Label label = new Label(this, SWT.WRAP);
		GridDataFactory.fillDefaults().grab(true, false).hint(300, SWT.DEFAULT).applyTo(label);
		return label;
	}

	private void setShown(boolean shown) {
		GridDataFactory.createFrom((GridData) getLayoutData()).exclude(!shown).applyTo(this);
		setVisible(shown);
		requestLayout();
	}
}
