package org.certbench.guide.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.core.LifeCycleState;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/** Certificates inside their renewal window whose renewal nobody began (M20). */
public final class RenewalDue implements Rule {

	/** Issuing takes up to ten days; from here on it becomes tight. */
	static final Duration TIGHT = Duration.ofDays(30);

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.certificates().stream()
				.filter(life -> life.state() == LifeCycleState.RENEWAL_DUE && !life.isMissing())
				.filter(life -> life.renewal().filter(RequestRecord::isPending).isEmpty())
				.map(life -> finding(life, facts.now()));
	}

	private static Finding finding(CertificateLife life, Instant now) {
		var validity = life.dates().orElseThrow();
		var seen = Words.text("renewalDue", Words.holder(life), Words.lastDay(validity, now));
		return Observation.at(life, "renewal-due").pressing(isTight(validity.notAfter(), now), seen);
	}

	/** Whether a certificate expires so soon that every day counts. */
	static boolean isTight(Instant notAfter, Instant now) {
		return now.plus(TIGHT).isAfter(notAfter);
	}
}
