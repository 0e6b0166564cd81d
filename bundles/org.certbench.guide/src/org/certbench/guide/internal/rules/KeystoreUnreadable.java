package org.certbench.guide.internal.rules;

import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;

/** Files that cannot be read, or not be opened; an error where the journal knows what is in them. */
public final class KeystoreUnreadable implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.certificates().stream().filter(life -> !life.obstacle().isEmpty()).map(KeystoreUnreadable::finding);
	}

	private static Finding finding(CertificateLife life) {
		return Observation.at(life, "keystore-unreadable").pressing(life.ownRequest().isPresent(), life.obstacle());
	}
}
