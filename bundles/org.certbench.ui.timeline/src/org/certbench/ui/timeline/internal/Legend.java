package org.certbench.ui.timeline.internal;

import org.certbench.core.LifeCycleState;
import org.certbench.core.Texts;
import org.certbench.ui.Palette;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** Says what the ways of painting a bar mean; as much of it as there is room for. */
final class Legend extends Canvas {

	private static final Texts TEXTS = Texts.of(Legend.class);
	private static final int SAMPLE = 26;
	private static final int GAP = 14;

	Legend(Composite parent) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_FOCUS);
		addListener(SWT.Paint, event -> paint(event.gc));
	}

	@Override
	public Point computeSize(int width, int height, boolean changed) {
		var gc = new GC(this);
		try {
			return new Point(width == SWT.DEFAULT ? 80 : width, gc.getFontMetrics().getHeight() + 4);
		} finally {
			gc.dispose();
		}
	}

	private void paint(GC gc) {
		var palette = Palette.of(this);
		int x = 4;
		x = sample(gc, palette, x, "legend.window", true, SWT.LINE_SOLID, 0.25);
		x = sample(gc, palette, x, "legend.estimate", false, SWT.LINE_DASH, 0.25);
		sample(gc, palette, x, "legend.replaced", false, SWT.LINE_SOLID, 0.06);
	}

	private int sample(GC gc, Palette palette, int x, String key, boolean hatched, int line, double strength) {
		String word = TEXTS.get(key);
		int end = x + SAMPLE + 6 + gc.textExtent(word).x;
		if (end > getClientArea().width) {
			return end + GAP;
		}
		int height = 12;
		int y = (getClientArea().height - height) / 2;
		var colour = palette.state(hatched ? LifeCycleState.RENEWAL_DUE : LifeCycleState.SUPERSEDED);
		gc.setAntialias(SWT.ON);
		gc.setBackground(Palette.color(palette.tint(colour, strength)));
		gc.fillRoundRectangle(x, y, SAMPLE, height, 4, 4);
		gc.setForeground(Palette.color(colour));
		if (hatched) {
			gc.setClipping(x, y, SAMPLE, height);
			for (int slant = x - height; slant < x + SAMPLE; slant += 6) {
				gc.drawLine(slant, y + height, slant + height, y);
			}
			gc.setClipping(getClientArea());
		}
		gc.setLineStyle(line);
		gc.drawRoundRectangle(x, y, SAMPLE, height, 4, 4);
		gc.setLineStyle(SWT.LINE_SOLID);
		gc.setForeground(Palette.color(palette.quietText()));
		gc.drawText(word, x + SAMPLE + 6, (getClientArea().height - gc.getFontMetrics().getHeight()) / 2, true);
		return end + GAP;
	}
}
