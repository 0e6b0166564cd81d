package org.certbench.core;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;

/**
 * What is remembered and shown of a certificate: public facts only.
 *
 * @param subject       whom it is for
 * @param issuer        who signed it
 * @param serial        its serial number
 * @param notBefore     first moment of validity
 * @param notAfter      last moment of validity
 * @param keyIdentifier of its public key
 */
public record CertificateFacts(DistinguishedName subject, DistinguishedName issuer, BigInteger serial,
		Instant notBefore, Instant notAfter, KeyIdentifier keyIdentifier) {

	public static CertificateFacts of(X509Certificate certificate) {
		return new CertificateFacts(DistinguishedName.of(certificate.getSubjectX500Principal()),
				DistinguishedName.of(certificate.getIssuerX500Principal()), certificate.getSerialNumber(),
				certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant(),
				KeyIdentifier.of(certificate.getPublicKey()));
	}

	/** The eHealth holder that the subject names, if it names one. */
	public Optional<HolderSubject> holder() {
		return HolderSubject.read(subject);
	}
}
