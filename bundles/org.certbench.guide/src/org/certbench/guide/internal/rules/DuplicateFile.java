package org.certbench.guide.internal.rules;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.core.LifeCycleState;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.keystore.KeystoreName;

/** Several keystores of one holder: says which one is in use, and why the others are not. */
public final class DuplicateFile implements Rule {

	/** The one in use: what the journal knows goes before what dates make likely, the newest before older ones. */
	static final Comparator<CertificateLife> IN_USE = Comparator
			.comparing((CertificateLife life) -> life.ownRequest().isPresent())
			.thenComparing(life -> life.dates().map(Validity::notBefore).orElse(Instant.MIN))
			.thenComparing(life -> KeystoreName.of(life.file()).isPresent())
			.thenComparing(CertificateLife::file, Comparator.reverseOrder());

	@Override
	public Stream<Finding> apply(Facts facts) {
		return new Others(facts).byOwner().values().stream().filter(keystores -> keystores.size() > 1)
				.flatMap(DuplicateFile::findings);
	}

	private static Stream<Finding> findings(List<CertificateLife> keystores) {
		var here = keystores.stream().filter(life -> !life.isMissing()).toList();
		return here.stream().filter(life -> life.state().isInUse()).max(IN_USE).stream()
				.flatMap(active -> here.stream().filter(life -> !life.equals(active))
						.flatMap(life -> reason(life, active).stream()
								.map(reason -> Observation.at(life, "duplicate-file").information(Words.text(reason,
										Words.file(life), Words.file(active), Words.holder(active))))));
	}

	/** Why a keystore is not the one in use; nothing for one that waits, or is merely old. */
	private static Optional<String> reason(CertificateLife life, CertificateLife active) {
		if (life.keyIdentifier().isPresent() && life.keyIdentifier().equals(active.keyIdentifier())) {
			return Optional.of("duplicate.copy");
		}
		if (life.state() == LifeCycleState.SUPERSEDED) {
			return Optional.of("duplicate.superseded");
		}
		return life.state().isInUse() ? Optional.of("duplicate.older") : Optional.empty();
	}
}
