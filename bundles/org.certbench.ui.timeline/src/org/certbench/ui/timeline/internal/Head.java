package org.certbench.ui.timeline.internal;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.certbench.ui.Palette;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;

/** The scale above the lanes: years over months, or months over weeks or days. */
final class Head {

	/** The height of the scale in pixels, for a font of a height. */
	static int height(int textHeight) {
		return 2 * textHeight + 26;
	}

	private static final int LABEL_WIDTH = 46;
	private static final int UPPER_LABEL_WIDTH = 60;

	private final GC gc;
	private final Palette palette;
	private final TimeScale scale;
	private final Rectangle area;
	private final ZoneId zone = ZoneId.systemDefault();

	/** @param area the lanes below; the scale is painted above it */
	Head(GC gc, Palette palette, TimeScale scale, Rectangle area) {
		this.gc = gc;
		this.palette = palette;
		this.scale = scale;
		this.area = area;
	}

	/** Paints the scale, and its lines through the lanes. */
	void paint() {
		gc.setBackground(Palette.color(palette.surface()));
		gc.fillRectangle(0, 0, area.x + area.width, area.y);
		var lower = scale.step(LABEL_WIDTH);
		var upper = upper(lower);
		int textHeight = gc.getFontMetrics().getHeight();
		gc.setClipping(area.x, 0, area.width, area.y + area.height);
		for (LocalDate day : scale.lines(lower, area.width, zone)) {
			line(day, textHeight + 6, palette.tint(palette.line(), 0.6));
			gc.setForeground(Palette.color(palette.quietText()));
			gc.drawText(label(lower, day), x(day) + 4, textHeight + 7, true);
		}
		var uppers = scale.lines(upper, area.width, zone);
		for (int i = 0; i < uppers.size(); i++) {
			line(uppers.get(i), 0, palette.line());
			int end = i + 1 < uppers.size() ? x(uppers.get(i + 1)) : area.x + area.width;
			int start = Math.max(x(uppers.get(i)), area.x);
			if (end - start >= UPPER_LABEL_WIDTH || upper == lower) {
				gc.setForeground(Palette.color(palette.text()));
				gc.drawText(upperLabel(upper, uppers.get(i)), start + 4, 4, true);
			}
		}
		gc.setClipping((Rectangle) null);
		gc.setForeground(Palette.color(palette.line()));
		gc.drawLine(0, area.y - 1, area.x + area.width, area.y - 1);
		gc.drawLine(area.x - 1, 0, area.x - 1, area.y + area.height);
	}

	private void line(LocalDate day, int from, RGB colour) {
		gc.setForeground(Palette.color(colour));
		gc.drawLine(x(day), from, x(day), area.y + area.height);
	}

	private int x(LocalDate day) {
		return area.x + (int) Math.round(scale.place(day.atStartOfDay(zone).toInstant()));
	}

	private static TimeScale.Step upper(TimeScale.Step lower) {
		return switch (lower) {
			case DAY, WEEK -> TimeScale.Step.MONTH;
			case MONTH, QUARTER -> TimeScale.Step.YEAR;
			case YEAR, FIVE_YEARS -> TimeScale.Step.FIVE_YEARS;
		};
	}

	private static String label(TimeScale.Step step, LocalDate day) {
		return switch (step) {
			case DAY, WEEK -> format("d", day);
			case MONTH, QUARTER -> format("MMM", day);
			case YEAR, FIVE_YEARS -> format("yyyy", day);
		};
	}

	private static String upperLabel(TimeScale.Step step, LocalDate day) {
		return switch (step) {
			case DAY, WEEK, MONTH, QUARTER -> format("MMMM yyyy", day);
			case YEAR -> format("yyyy", day);
			// The years stand on the lower line already.
			case FIVE_YEARS -> "";
		};
	}

	private static String format(String pattern, LocalDate day) {
		return DateTimeFormatter.ofPattern(pattern, Locale.getDefault()).format(day);
	}
}
