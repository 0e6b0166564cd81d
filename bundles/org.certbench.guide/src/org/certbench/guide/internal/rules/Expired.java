package org.certbench.guide.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;

/** Expired certificates of holders who have no other one. */
public final class Expired implements Rule {

	/** Nobody can have worked without it for so long: it is an old file, and good to know only. */
	static final Duration LONG_AGO = Duration.ofDays(365);

	@Override
	public Stream<Finding> apply(Facts facts) {
		var others = new Others(facts);
		return facts.certificates().stream()
				.filter(life -> life.state() == LifeCycleState.EXPIRED && !life.isMissing() && !others.replace(life))
				.map(life -> finding(life, facts.now()));
	}

	private static Finding finding(CertificateLife life, Instant now) {
		var validity = life.dates().orElseThrow();
		var seen = Words.text("expired", Words.holder(life), Words.lastDay(validity, now));
		var observation = Observation.at(life, "expired");
		if (validity.notAfter().plus(LONG_AGO).isBefore(now)) {
			return observation.information(seen);
		}
		return observation.pressing(validity.knowledge() == Knowledge.VERIFIED, seen);
	}
}
