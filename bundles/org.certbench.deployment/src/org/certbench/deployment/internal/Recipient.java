package org.certbench.deployment.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Optional;

import org.certbench.core.DistinguishedName;
import org.certbench.core.Texts;
import org.certbench.deployment.DeploymentException;
import org.certbench.deployment.DeploymentException.NoCertificate;
import org.certbench.deployment.DeploymentException.UnsuitableCertificate;

/** Whom something is encrypted for, known by a certificate. */
record Recipient(X509Certificate certificate) {

	private static final Texts TEXTS = Texts.of(Recipient.class);
	private static final int LEAST_RSA_BITS = 2048;
	private static final long LARGEST = 100_000;
	/** Places in {@link X509Certificate#getKeyUsage()} (RFC 5280 section 4.2.1.3). */
	private static final int KEY_ENCIPHERMENT = 2;
	private static final int KEY_AGREEMENT = 4;

	/**
	 * Reads a certificate, PEM or DER.
	 *
	 * @throws UnsuitableCertificate where nothing may be encrypted for it
	 */
	static Recipient read(Path file, Instant now) throws DeploymentException {
		try {
			if (Files.size(file) > LARGEST) {
				throw new NoCertificate(file, null);
			}
			try (var in = Files.newInputStream(file)) {
				var certificate = (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
				return checked(new Recipient(certificate), now);
			}
		} catch (IOException | CertificateException e) {
			throw new NoCertificate(file, e);
		}
	}

	private static Recipient checked(Recipient recipient, Instant now) throws UnsuitableCertificate {
		var unsuitable = recipient.unsuitable(now);
		if (unsuitable.isPresent()) {
			throw new UnsuitableCertificate(recipient.name(), TEXTS.get("recipient." + unsuitable.get()));
		}
		return recipient;
	}

	private Optional<String> unsuitable(Instant now) {
		if (now.isAfter(certificate.getNotAfter().toInstant())) {
			return Optional.of("expired");
		}
		if (now.isBefore(certificate.getNotBefore().toInstant())) {
			return Optional.of("notYetValid");
		}
		return switch (certificate.getPublicKey()) {
			case RSAPublicKey rsa when rsa.getModulus().bitLength() < LEAST_RSA_BITS -> Optional.of("weak");
			case RSAPublicKey rsa when !mayBeUsedFor(KEY_ENCIPHERMENT) -> Optional.of("usage");
			case ECPublicKey ec when !mayBeUsedFor(KEY_AGREEMENT) -> Optional.of("usage");
			case RSAPublicKey rsa -> Optional.empty();
			case ECPublicKey ec -> Optional.empty();
			default -> Optional.of("key");
		};
	}

	private boolean mayBeUsedFor(int usage) {
		var usages = certificate.getKeyUsage();
		return usages == null || usages[usage];
	}

	/** What to call it. */
	String name() {
		return DistinguishedName.of(certificate.getSubjectX500Principal()).commonName();
	}
}
