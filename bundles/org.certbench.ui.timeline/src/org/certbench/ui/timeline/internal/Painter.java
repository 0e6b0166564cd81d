package org.certbench.ui.timeline.internal;

import java.time.Instant;
import java.util.Set;

import org.certbench.core.LifeCycleState;
import org.certbench.inventory.CertificateLife;
import org.certbench.ui.Palette;
import org.certbench.inventory.Words;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;

/** Paints lanes and bars. Made for one painting; UI thread. */
final class Painter {

	private static final int BAR_HEIGHT = Lanes.ROW - 6;
	private static final int HATCH = 6;

	private final GC gc;
	private final Palette palette;
	private final View view;

	/**
	 * What is seen.
	 *
	 * @param scale    across
	 * @param area     where the bars are painted
	 * @param scrolled by how many pixels the lanes are moved up
	 * @param now      the present moment
	 * @param selected the certificates that are selected
	 * @param focus    the bar with the focus, or null
	 */
	record View(TimeScale scale, Rectangle area, int scrolled, Instant now, Set<CertificateLife> selected, Bar focus) {

		/** Where a bar is painted. */
		Rectangle bounds(Bar bar, int rowTop) {
			return new Rectangle(area.x + (int) Math.round(scale.place(bar.from())), area.y + rowTop - scrolled,
					(int) Math.round(Lanes.width(bar, scale)), BAR_HEIGHT);
		}

		int x(Instant moment) {
			return area.x + (int) Math.round(scale.place(moment));
		}
	}

	Painter(GC gc, Palette palette, View view) {
		this.gc = gc;
		this.palette = palette;
		this.view = view;
	}

	/** Paints the lanes that are seen, names to the left of the area. */
	void paintLanes(Lanes lanes) {
		var area = view.area();
		for (Lanes.Lane lane : lanes.all()) {
			int top = area.y + lane.top() - view.scrolled();
			if (top + lane.height() < area.y) {
				continue;
			}
			if (top > area.y + area.height) {
				break;
			}
			paintName(lane, top);
			gc.setClipping(area);
			for (int row = 0; row < lane.rows().size(); row++) {
				for (Bar bar : lane.rows().get(row)) {
					paintBar(bar, view.bounds(bar, lane.rowTop(row)));
				}
			}
			gc.setClipping(0, area.y, area.x + area.width, area.height);
			gc.setForeground(Palette.color(palette.line()));
			gc.drawLine(0, top + lane.height() - 1, area.x + area.width, top + lane.height() - 1);
			gc.setClipping((Rectangle) null);
		}
	}

	private void paintName(Lanes.Lane lane, int top) {
		gc.setClipping(0, view.area().y, view.area().x - 8, view.area().height);
		int textHeight = gc.getFontMetrics().getHeight();
		boolean twoLines = !lane.holder().detail().isEmpty() && lane.height() >= 2 * textHeight + 4;
		int y = top + (lane.height() - (twoLines ? 2 : 1) * textHeight) / 2;
		gc.setForeground(Palette.color(palette.text()));
		gc.drawText(Shortened.text(gc, lane.holder().name(), view.area().x - 20), 10, y, true);
		if (twoLines) {
			gc.setForeground(Palette.color(palette.quietText()));
			gc.drawText(Shortened.text(gc, lane.holder().detail(), view.area().x - 20), 10, y + textHeight, true);
		}
		gc.setClipping((Rectangle) null);
	}

	private void paintBar(Bar bar, Rectangle bounds) {
		if (!bounds.intersects(view.area())) {
			return;
		}
		RGB colour = palette.state(bar.state());
		boolean pale = bar.state() == LifeCycleState.SUPERSEDED || bar.state() == LifeCycleState.EXPIRED;
		gc.setBackground(Palette.color(palette.tint(colour, pale ? 0.08 : 0.25)));
		gc.fillRoundRectangle(bounds.x, bounds.y, bounds.width, bounds.height, 6, 6);
		bar.certificate().renewalWindow().filter(window -> bar.state().isInUse())
				.ifPresent(window -> hatch(view.x(window.opens()), view.x(window.closes()), bounds));
		gc.setForeground(Palette.color(pale ? palette.tint(colour, 0.6) : colour));
		gc.setLineStyle(bar.sure() ? SWT.LINE_SOLID : SWT.LINE_DASH);
		gc.drawRoundRectangle(bounds.x, bounds.y, bounds.width, bounds.height, 6, 6);
		gc.setLineStyle(SWT.LINE_SOLID);
		if (bar.state() == LifeCycleState.REVOKED) {
			gc.drawLine(bounds.x, bounds.y, bounds.x + bounds.width, bounds.y + bounds.height);
			gc.drawLine(bounds.x, bounds.y + bounds.height, bounds.x + bounds.width, bounds.y);
		}
		paintWord(bar, bounds);
		bar.marks().forEach(mark -> paintMark(mark, bounds, colour));
		paintFrames(bar, bounds);
	}

	/** The renewal window: slanted lines, so that it needs no colour to be seen. */
	private void hatch(int from, int to, Rectangle bounds) {
		var clipping = gc.getClipping();
		gc.setClipping(clipping.intersection(new Rectangle(from, bounds.y + 1, to - from, bounds.height - 1)));
		gc.setForeground(Palette.color(palette.state(LifeCycleState.RENEWAL_DUE)));
		for (int x = from - bounds.height; x < to; x += HATCH) {
			gc.drawLine(x, bounds.y + bounds.height, x + bounds.height, bounds.y);
		}
		gc.setClipping(clipping);
	}

	/** The state's word on the part of the bar that is seen, where it has room; a request's beside its short bar. */
	private void paintWord(Bar bar, Rectangle bounds) {
		Rectangle seen = bounds.intersection(view.area());
		String word = Words.of(bar.state());
		var extent = gc.textExtent(word);
		if (extent.x + 16 <= seen.width) {
			paintWord(bar, word, seen.x + 8, bounds);
		} else if (bar.isRequest()) {
			paintWord(bar, word, bounds.x + bounds.width + 8, bounds);
		}
	}

	private void paintWord(Bar bar, String word, int x, Rectangle bounds) {
		var extent = gc.textExtent(word);
		gc.setBackground(Palette.color(palette.tint(palette.state(bar.state()), 0.12)));
		gc.fillRoundRectangle(x - 3, bounds.y + 3, extent.x + 6, bounds.height - 5, 4, 4);
		gc.setForeground(Palette.color(palette.text()));
		gc.drawText(word, x, bounds.y + (bounds.height - extent.y) / 2, true);
	}

	private void paintMark(Bar.Mark mark, Rectangle bounds, RGB colour) {
		int x = view.x(mark.at());
		int y = bounds.y + bounds.height;
		gc.setBackground(Palette.color(switch (mark.milestone()) {
			case REQUESTED, ISSUED -> palette.background();
			case COMPLETED, ACTIVATED -> colour;
		}));
		gc.setForeground(Palette.color(colour));
		int[] diamond = { x, y - 4, x + 4, y, x, y + 4, x - 4, y };
		int[] triangle = { x, y - 4, x + 4, y + 3, x - 4, y + 3 };
		int[] shape = switch (mark.milestone()) {
			case REQUESTED, COMPLETED -> diamond;
			case ISSUED, ACTIVATED -> triangle;
		};
		gc.fillPolygon(shape);
		gc.drawPolygon(shape);
	}

	private void paintFrames(Bar bar, Rectangle bounds) {
		if (view.selected().contains(bar.certificate())) {
			gc.setForeground(Palette.color(palette.text()));
			gc.setLineWidth(2);
			gc.drawRoundRectangle(bounds.x - 1, bounds.y - 1, bounds.width + 2, bounds.height + 2, 8, 8);
			gc.setLineWidth(1);
		}
		if (bar.equals(view.focus())) {
			gc.setForeground(Palette.color(palette.text()));
			gc.setLineStyle(SWT.LINE_DOT);
			gc.drawRectangle(bounds.x - 4, bounds.y - 4, bounds.width + 8, bounds.height + 8);
			gc.setLineStyle(SWT.LINE_SOLID);
		}
	}

	/** The line of the present moment, with its word at the foot of the head. */
	void paintToday(String word) {
		int x = view.x(view.now());
		var area = view.area();
		if (x < area.x || x > area.x + area.width) {
			return;
		}
		RGB colour = palette.bad();
		gc.setForeground(Palette.color(colour));
		gc.setLineWidth(2);
		gc.drawLine(x, area.y, x, area.y + area.height);
		gc.setLineWidth(1);
		gc.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DEFAULT_FONT));
		var extent = gc.textExtent(word);
		int left = Math.clamp(x - extent.x / 2, area.x, Math.max(area.x, area.x + area.width - extent.x - 8));
		gc.setBackground(Palette.color(colour));
		gc.fillRoundRectangle(left - 4, area.y - extent.y - 3, extent.x + 8, extent.y + 2, 6, 6);
		gc.setForeground(Palette.color(palette.background()));
		gc.drawText(word, left, area.y - extent.y - 2, true);
		gc.setFont(JFaceResources.getDefaultFont());
	}
}
