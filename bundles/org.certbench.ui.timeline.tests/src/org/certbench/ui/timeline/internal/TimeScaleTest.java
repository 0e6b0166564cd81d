package org.certbench.ui.timeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which moment lies where. */
class TimeScaleTest {

	private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
	private static final TimeScale DAY_PER_PIXEL = new TimeScale(START, Duration.ofDays(1).toSeconds());

	@Test
	void placesAndMomentsAreTheSameBothWays() {
		assertEquals(10, DAY_PER_PIXEL.place(START.plus(Duration.ofDays(10))), 1e-9);
		assertEquals(START.plus(Duration.ofDays(10)), DAY_PER_PIXEL.moment(10));
		assertEquals(-5, DAY_PER_PIXEL.place(START.minus(Duration.ofDays(5))), 1e-9);
	}

	@Test
	@DisplayName("zooming leaves in its place what is pointed at")
	void zoomKeepsTheAnchor() {
		var zoomed = DAY_PER_PIXEL.zoomed(2, 100);
		assertEquals(DAY_PER_PIXEL.moment(100), zoomed.moment(100));
		assertEquals(Duration.ofHours(12).toSeconds(), zoomed.secondsPerPixel(), 1e-9);
	}

	@Test
	@DisplayName("zooming ends where nothing more would be seen")
	void zoomHasLimits() {
		var closest = DAY_PER_PIXEL.zoomed(1e9, 0);
		assertEquals(closest, closest.zoomed(2, 0));
		var farthest = DAY_PER_PIXEL.zoomed(1e-9, 0);
		assertEquals(farthest, farthest.zoomed(0.5, 0));
	}

	@Test
	void panningMovesToLaterMoments() {
		assertEquals(START.plus(Duration.ofDays(30)), DAY_PER_PIXEL.panned(30).start());
		assertEquals(50, DAY_PER_PIXEL.with(START, 50).place(START), 1e-9);
	}

	@Test
	@DisplayName("everything fits, with some room on both sides")
	void fitting() {
		var last = START.plus(Duration.ofDays(3000));
		var scale = TimeScale.fitting(START, last, START, 800);
		assertTrue(scale.place(START) > 0 && scale.place(START) < 80);
		assertTrue(scale.place(last) < 800 && scale.place(last) > 720);
	}

	@Test
	@DisplayName("a certificate that claims to last for ever, or since ever, does not push the others out of sight")
	void fittingWhatLastsForEver() {
		var soon = START.plus(Duration.ofDays(30));
		var scale = TimeScale.fitting(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T23:59:59Z"), START, 300);
		assertTrue(scale.place(START) > 100 && scale.place(soon) < 200);
	}

	@Test
	@DisplayName("the lines of the scale stand no closer than asked, from days to years")
	void steps() {
		assertEquals(TimeScale.Step.QUARTER, DAY_PER_PIXEL.step(50));
		assertEquals(TimeScale.Step.YEAR, DAY_PER_PIXEL.step(200));
		assertEquals(TimeScale.Step.DAY, new TimeScale(START, Duration.ofHours(1).toSeconds()).step(20));
		assertEquals(TimeScale.Step.MONTH, new TimeScale(START, Duration.ofHours(12).toSeconds()).step(50));
	}

	@Test
	@DisplayName("lines begin at or before the left edge and stand on the first of month or year")
	void lines() {
		var fromMarch = new TimeScale(Instant.parse("2030-03-10T00:00:00Z"), Duration.ofDays(1).toSeconds());
		assertEquals(List.of(LocalDate.of(2030, 3, 1), LocalDate.of(2030, 4, 1), LocalDate.of(2030, 5, 1)),
				fromMarch.lines(TimeScale.Step.MONTH, 60, ZoneOffset.UTC));
		assertEquals(List.of(LocalDate.of(2030, 1, 1)), fromMarch.lines(TimeScale.Step.QUARTER, 20, ZoneOffset.UTC));
		assertEquals(List.of(LocalDate.of(2030, 3, 4), LocalDate.of(2030, 3, 11)),
				fromMarch.lines(TimeScale.Step.WEEK, 5, ZoneOffset.UTC));
		assertEquals(List.of(LocalDate.of(2030, 1, 1)), fromMarch.lines(TimeScale.Step.FIVE_YEARS, 100, ZoneOffset.UTC));
	}
}
