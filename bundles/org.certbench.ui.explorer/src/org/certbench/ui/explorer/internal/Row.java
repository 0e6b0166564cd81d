package org.certbench.ui.explorer.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.certbench.core.Finding;
import org.certbench.core.Severity;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;

/**
 * A certificate as the explorer shows it.
 *
 * @param certificate the keystore with its certificate's life
 * @param findings    about it, the worst first
 */
record Row(CertificateLife certificate, List<Finding> findings) {

	boolean needsAction() {
		return findings.stream().anyMatch(Finding::needsAction);
	}

	/** How bad the worst of its findings is; nothing where all is well. */
	Optional<Severity> worst() {
		return findings.stream().map(Finding::severity).findFirst();
	}

	/** Whether every word occurs somewhere in what is shown of it, in any case. */
	boolean matches(String words) {
		if (words.isBlank()) {
			return true;
		}
		String text = (certificate.displayName() + " " + certificate.knownHolder().map(Object::toString).orElse("") + " "
				+ Words.stateOf(certificate) + " " + Words.of(certificate.environment()) + " " + certificate.file())
				.toLowerCase(Locale.ROOT);
		return Arrays.stream(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(text::contains);
	}
}
