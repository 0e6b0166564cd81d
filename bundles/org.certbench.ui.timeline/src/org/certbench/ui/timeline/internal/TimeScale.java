package org.certbench.ui.timeline.internal;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/**
 * Which moment lies at which place across the timeline. Immutable; a place is a distance in pixels
 * from the left edge of the scale.
 *
 * @param start            the moment at place 0
 * @param secondsPerPixel  how coarse it is
 */
record TimeScale(Instant start, double secondsPerPixel) {

	private static final double FINEST = Duration.ofHours(1).toSeconds();
	private static final double COARSEST = Duration.ofDays(40).toSeconds();
	/** How far from the present anything is fitted: certificates that claim to last for ever would push all others away. */
	private static final Duration REACH = Duration.ofDays(3653);
	/** Room on both sides when everything is made to fit. */
	private static final double FIT_MARGIN = 0.04;

	TimeScale {
		secondsPerPixel = Math.clamp(secondsPerPixel, FINEST, COARSEST);
	}

	/** A distance between two lines of the scale. */
	enum Step {
		DAY(1), WEEK(7), MONTH(28), QUARTER(90), YEAR(365), FIVE_YEARS(1826);

		private final int shortestDays;

		Step(int shortestDays) {
			this.shortestDays = shortestDays;
		}

		private LocalDate floor(LocalDate day) {
			return switch (this) {
				case DAY -> day;
				case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
				case MONTH -> day.withDayOfMonth(1);
				case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
				case YEAR -> day.withDayOfYear(1);
				case FIVE_YEARS -> day.withDayOfYear(1).withYear(day.getYear() / 5 * 5);
			};
		}

		private LocalDate next(LocalDate day) {
			return switch (this) {
				case DAY -> day.plusDays(1);
				case WEEK -> day.plusWeeks(1);
				case MONTH -> day.plusMonths(1);
				case QUARTER -> day.plusMonths(3);
				case YEAR -> day.plusYears(1);
				case FIVE_YEARS -> day.plusYears(5);
			};
		}
	}

	/** A scale on which both moments are seen, over a width in pixels, as far as they are not decades away. */
	static TimeScale fitting(Instant first, Instant last, Instant now, int width) {
		var from = near(first, now);
		double seconds = Math.max(Duration.between(from, near(last, now)).toSeconds(), Duration.ofDays(30).toSeconds());
		double margin = seconds * FIT_MARGIN;
		return new TimeScale(from.minusSeconds((long) margin), (seconds + 2 * margin) / Math.max(width, 1));
	}

	private static Instant near(Instant moment, Instant now) {
		if (moment.isBefore(now.minus(REACH))) {
			return now.minus(REACH);
		}
		return moment.isAfter(now.plus(REACH)) ? now.plus(REACH) : moment;
	}

	/** Where a moment lies; outside the visible places for moments that are not seen. */
	double place(Instant moment) {
		return Duration.between(start, moment).toMillis() / 1000.0 / secondsPerPixel;
	}

	/** The moment at a place. */
	Instant moment(double place) {
		return start.plusMillis(Math.round(place * secondsPerPixel * 1000));
	}

	/** Zoomed by a factor (above 1 shows less time, larger); what lies at the anchor stays there. */
	TimeScale zoomed(double factor, double anchor) {
		double finer = Math.clamp(secondsPerPixel / factor, FINEST, COARSEST);
		return new TimeScale(moment(anchor).minusMillis(Math.round(anchor * finer * 1000)), finer);
	}

	/** Moved by so many pixels towards later moments. */
	TimeScale panned(double pixels) {
		return new TimeScale(moment(pixels), secondsPerPixel);
	}

	/** Moved so that a moment lies at a place. */
	TimeScale with(Instant moment, double place) {
		return panned(place(moment) - place);
	}

	/** The finest step whose lines stand at least so many pixels apart. */
	Step step(int pixelsApart) {
		for (Step step : Step.values()) {
			if (Duration.ofDays(step.shortestDays).toSeconds() / secondsPerPixel >= pixelsApart) {
				return step;
			}
		}
		return Step.FIVE_YEARS;
	}

	/** The days on which the lines of a step stand, from the one at or before place 0 to the width. */
	List<LocalDate> lines(Step step, int width, ZoneId zone) {
		var last = moment(width);
		var lines = new ArrayList<LocalDate>();
		for (var day = step.floor(start.atZone(zone).toLocalDate()); !day.atStartOfDay(zone).toInstant().isAfter(last); day = step
				.next(day)) {
			lines.add(day);
		}
		return lines;
	}
}
