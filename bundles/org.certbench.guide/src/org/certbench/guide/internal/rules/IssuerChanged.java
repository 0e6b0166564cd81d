package org.certbench.guide.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;

/**
 * New certificates in use that another authority issued than the one before: software whose list of
 * authorities is old refuses them. Told for as long as it is new; the issuers are known of keystores that
 * were opened once.
 */
public final class IssuerChanged implements Rule {

	/** By then the software has met the new certificate. */
	private static final Duration NEW = Duration.ofDays(90);

	@Override
	public Stream<Finding> apply(Facts facts) {
		return new Others(facts).byOwner().values().stream().flatMap(keystores -> findings(keystores, facts));
	}

	private static Stream<Finding> findings(List<CertificateLife> keystores, Facts facts) {
		return keystores.stream().filter(life -> life.state().isInUse() && !life.isMissing() && isNew(life, facts))
				.flatMap(life -> before(life, keystores).flatMap(CertificateLife::knownIssuer).stream()
						.filter(issuer -> life.knownIssuer().filter(now -> !now.equals(issuer)).isPresent())
						.map(issuer -> Observation.at(life, "ca-list-old").information(Words.text("issuerChanged",
								Words.holder(life), life.issuer().commonName(), issuer.commonName()))));
	}

	private static boolean isNew(CertificateLife life, Facts facts) {
		return life.dates().filter(dates -> facts.now().isBefore(dates.notBefore().plus(NEW))).isPresent();
	}

	/** The one that it took the place of. */
	private static Optional<CertificateLife> before(CertificateLife life, List<CertificateLife> keystores) {
		return keystores.stream().filter(other -> other.dates().isPresent() && notBefore(other).isBefore(notBefore(life)))
				.max(Comparator.comparing(IssuerChanged::notBefore));
	}

	private static Instant notBefore(CertificateLife life) {
		return life.dates().map(Validity::notBefore).orElseThrow();
	}
}
