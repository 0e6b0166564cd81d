package org.certbench.core;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * When a certificate can be renewed: from the start of its replacement period, which the
 * authority tells, to its notAfter. Both ends are included.
 *
 * @param opens  the start
 * @param closes the certificate's notAfter
 */
public record RenewalWindow(Instant opens, Instant closes) {

	/** What is assumed where the authority has not told: three months before notAfter (M20). */
	public static RenewalWindow assumedBefore(Instant notAfter) {
		return new RenewalWindow(notAfter.atZone(ZoneOffset.UTC).minusMonths(3).toInstant(), notAfter);
	}

	public boolean contains(Instant moment) {
		return !moment.isBefore(opens) && !moment.isAfter(closes);
	}

	/** Whole days from a moment to the end, rounded down; negative after it. */
	public long daysLeft(Instant moment) {
		return Math.floorDiv(Duration.between(moment, closes).toSeconds(), Duration.ofDays(1).toSeconds());
	}
}
