package org.certbench.export;

import java.time.Instant;
import java.util.List;

import org.certbench.inventory.CertificateLife;

/** Keystores and where their certificates stand: the answer of {@code certbench list}, and an export. */
public record CertificatesDocument(List<CertificateDocument> certificates) {

	/** @param now days left count from here */
	public static CertificatesDocument of(List<CertificateLife> certificates, Instant now) {
		return new CertificatesDocument(certificates.stream().map(life -> CertificateDocument.of(life, now)).toList());
	}
}
