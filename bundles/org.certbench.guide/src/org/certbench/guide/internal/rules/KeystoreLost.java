package org.certbench.guide.internal.rules;

import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;

/** Keystores that were here, are still needed, and are gone. */
public final class KeystoreLost implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.certificates().stream().filter(CertificateLife::isMissing)
				.filter(life -> !life.state().isFinal()).map(life -> Observation.at(life, "keystore-lost")
						.error(Words.text("keystoreLost", Words.holder(life), Words.file(life), life.file().getParent())));
	}
}
