package org.certbench.ui;

import java.util.Optional;
import java.util.function.Function;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.window.ToolTip;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

/**
 * Shows the {@link CertificateCard} of what the mouse points at, or, told by {@link #show}, of what
 * has the focus. UI thread.
 */
public final class CertificateCardTip extends ToolTip {

	private static final int TEXT_WIDTH = 380;

	private final Function<Point, Optional<CertificateCard>> cards;

	/**
	 * A tip over a control.
	 *
	 * @param cards which card belongs to a place in the control
	 */
	public CertificateCardTip(Control control, Function<Point, Optional<CertificateCard>> cards) {
		super(control, RECREATE, false);
		this.cards = cards;
		setPopupDelay(400);
		setShift(new Point(12, 12));
		setHideOnMouseDown(true);
	}

	@Override
	protected boolean shouldCreateToolTip(Event event) {
		return super.shouldCreateToolTip(event) && cards.apply(new Point(event.x, event.y)).isPresent();
	}

	@Override
	protected Object getToolTipArea(Event event) {
		return cards.apply(new Point(event.x, event.y)).orElse(null);
	}

	@Override
	protected Composite createToolTipContentArea(Event event, Composite parent) {
		Composite frame = new Composite(parent, SWT.NONE);
		var palette = Palette.of(frame);
		frame.setBackground(Palette.color(palette.quietText()));
		GridLayoutFactory.fillDefaults().margins(1, 1).applyTo(frame);
		Composite area = new Composite(frame, SWT.NONE);
		area.setBackgroundMode(SWT.INHERIT_FORCE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 10).spacing(12, 4).applyTo(area);
		area.setBackground(Palette.color(palette.surface()));
		cards.apply(new Point(event.x, event.y)).ifPresent(card -> fill(area, card, palette));
		return frame;
	}

	private static void fill(Composite area, CertificateCard card, Palette palette) {
		Label title = new Label(area, SWT.WRAP);
		title.setText(card.title());
		title.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		title.setForeground(Palette.color(palette.text()));
		GridDataFactory.fillDefaults().span(2, 1).applyTo(title);
		for (var line : card.lines()) {
			Label word = new Label(area, SWT.NONE);
			word.setText(line.word());
			word.setForeground(Palette.color(palette.quietText()));
			GridDataFactory.fillDefaults().applyTo(word);
			Label says = new Label(area, SWT.WRAP);
			says.setText(line.says());
			says.setForeground(Palette.color(palette.text()));
			int natural = says.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
			GridDataFactory.fillDefaults().hint(Math.min(natural, TEXT_WIDTH), SWT.DEFAULT).applyTo(says);
		}
	}
}
