package org.certbench.ehealth.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** A clock that stands still until it is moved. */
final class MovableClock implements InstantSource {

	private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

	@Override
	public Instant instant() {
		return now;
	}

	void advance(Duration duration) {
		now = now.plus(duration);
	}
}
