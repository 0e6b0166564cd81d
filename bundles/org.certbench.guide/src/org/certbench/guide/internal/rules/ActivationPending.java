package org.certbench.guide.internal.rules;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.core.KeyIdentifier;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;

/** Renewed certificates whose encryption token waits for its activation (M24); pressing when the old one expires soon. */
public final class ActivationPending implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.requests().stream().filter(request -> request.next().filter(NextAction.ACTIVATE::equals).isPresent())
				.map(request -> finding(request, facts));
	}

	private static Finding finding(RequestRecord request, Facts facts) {
		boolean tight = oldOnes(request, facts.certificates()).flatMap(life -> life.dates().stream()).map(Validity::notAfter)
				.anyMatch(notAfter -> RenewalDue.isTight(notAfter, facts.now()));
		return Observation.at(request, "phase-3-pending").pressing(tight,
				Words.text("activationPending", Words.holder(request), Words.day(request.since())));
	}

	private static Stream<CertificateLife> oldOnes(RequestRecord request, List<CertificateLife> certificates) {
		return certificates.stream()
				.filter(life -> life.renewal().map(RequestRecord::key).filter(request.key()::equals).isPresent());
	}
}
