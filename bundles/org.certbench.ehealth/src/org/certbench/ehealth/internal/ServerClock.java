package org.certbench.ehealth.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.certbench.core.Texts;

/** This computer's clock beside that of a server, which each of its answers tells (Date header). */
final class ServerClock {

	/** What services usually tolerate between their clock and that of a signature. */
	static final Duration REFUSED = Duration.ofMinutes(5);

	private ServerClock() {
	}

	/** How far this computer's clock is off, in words; nothing where services tolerate it. */
	static Optional<String> wrong(Instant there, Instant here) {
		return Duration.between(there, here).abs().compareTo(REFUSED) >= 0 ? Optional.of(inWords(there, here))
				: Optional.empty();
	}

	/** How far this computer's clock is off, in words. */
	static String inWords(Instant there, Instant here) {
		var difference = Duration.between(there, here);
		return Texts.of(ServerClock.class).get(difference.isNegative() ? "check.clock.slow" : "check.clock.fast",
				difference.abs().toSeconds());
	}
}
