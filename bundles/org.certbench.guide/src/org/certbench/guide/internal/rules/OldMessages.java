package org.certbench.guide.internal.rules;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.keystore.Inspection.KeyEntry;

/**
 * Keystores in use without an encryption key that an older keystore of their holder has: what was
 * sent before cannot be read with them (M26). Compares the aliases, which are in clear in most files.
 */
public final class OldMessages implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		return new Others(facts).byOwner().values().stream().filter(keystores -> keystores.size() > 1)
				.flatMap(OldMessages::findings);
	}

	private static Stream<Finding> findings(List<CertificateLife> keystores) {
		var readable = keystores.stream().filter(life -> !encryptionKeys(life).isEmpty()).toList();
		return readable.stream().filter(life -> life.state().isInUse()).max(DuplicateFile.IN_USE).stream()
				.flatMap(newest -> readable.stream().filter(older -> !encryptionKeys(newest).containsAll(encryptionKeys(older)))
						.map(older -> Observation.at(newest, "old-messages")
								.warning(Words.text("oldMessages", Words.file(newest), Words.file(older), Words.holder(newest)))));
	}

	/** Encryption entries are named by the serial numbers of their certificates. */
	private static Set<String> encryptionKeys(CertificateLife life) {
		return life.content().stream().flatMap(content -> content.keyEntries().stream()).map(KeyEntry::alias)
				.filter(alias -> !alias.isEmpty() && alias.chars().allMatch(Character::isDigit)).collect(Collectors.toSet());
	}
}
