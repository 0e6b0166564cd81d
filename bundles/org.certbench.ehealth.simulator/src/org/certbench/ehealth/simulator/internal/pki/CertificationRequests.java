package org.certbench.ehealth.simulator.internal.pki;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.operator.DefaultAlgorithmNameFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCSException;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequest;
import org.certbench.core.DistinguishedName;
import org.certbench.ehealth.simulator.internal.desk.Refusal;
import org.certbench.ehealth.simulator.internal.desk.RefusalCode;


/** What is accepted as a certificate request: PKCS#10, RSA 2048, SHA256withRSA, no extensions. */
public final class CertificationRequests {

	private static final int BITS = 2048;

	private CertificationRequests() {
	}

	/**
	 * An accepted request.
	 *
	 * @param subject as it stands in it
	 * @param key     to be certified
	 */
	public record Accepted(DistinguishedName subject, PublicKey key) {

		/** Demands a subject, however it is ordered. */
		public void requireSubject(DistinguishedName expected) throws Refusal {
			if (!subject.equals(expected)) {
				throw new Refusal(RefusalCode.CSR_SUBJECT_DIFFERS, "Subject", subject.toString(), "Expected",
						expected.toString());
			}
		}
	}

	/** Reads and checks a request, DER. */
	public static Accepted accept(byte[] der) throws Refusal {
		var request = parse(der);
		var key = key(request);
		requireOwnSignature(request, key);
		var algorithm = request.getSignatureAlgorithm();
		if (!algorithm.getAlgorithm().equals(PKCSObjectIdentifiers.sha256WithRSAEncryption)) {
			throw new Refusal(RefusalCode.CSR_ALGORITHM_NOT_ACCEPTED, "Algorithm",
					new DefaultAlgorithmNameFinder().getAlgorithmName(algorithm));
		}
		requireRsa2048(key, RefusalCode.CSR_KEY_NOT_ACCEPTED);
		if (request.getAttributes(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest).length > 0) {
			throw new Refusal(RefusalCode.CSR_EXTENSIONS_NOT_ACCEPTED);
		}
		return new Accepted(subject(request), key);
	}

	/** Demands an RSA key of exactly 2048 bits with an ordinary exponent. */
	public static void requireRsa2048(PublicKey key, RefusalCode otherwise) throws Refusal {
		if (!(key instanceof RSAPublicKey rsa)) {
			throw new Refusal(otherwise, "Key", key.getAlgorithm());
		}
		if (rsa.getModulus().bitLength() != BITS || rsa.getPublicExponent().bitLength() < 17
				|| !rsa.getPublicExponent().testBit(0)) {
			throw new Refusal(otherwise, "Key",
					"RSA " + rsa.getModulus().bitLength() + ", exponent " + rsa.getPublicExponent());
		}
	}

	private static JcaPKCS10CertificationRequest parse(byte[] der) throws Refusal {
		try {
			return new JcaPKCS10CertificationRequest(der);
		} catch (IOException | RuntimeException unreadable) {
			throw new Refusal(RefusalCode.CSR_UNREADABLE);
		}
	}

	private static PublicKey key(JcaPKCS10CertificationRequest request) throws Refusal {
		try {
			return request.getPublicKey();
		} catch (GeneralSecurityException | RuntimeException unreadable) {
			throw new Refusal(RefusalCode.CSR_UNREADABLE);
		}
	}

	private static DistinguishedName subject(JcaPKCS10CertificationRequest request) throws Refusal {
		try {
			return DistinguishedName.of(new X500Principal(request.getSubject().getEncoded()));
		} catch (IOException | IllegalArgumentException unreadable) {
			throw new Refusal(RefusalCode.CSR_UNREADABLE);
		}
	}

	private static void requireOwnSignature(JcaPKCS10CertificationRequest request, PublicKey key) throws Refusal {
		try {
			if (request.isSignatureValid(new JcaContentVerifierProviderBuilder().build(key))) {
				return;
			}
		} catch (PKCSException | OperatorCreationException | RuntimeException unverifiable) {
			// refused like one that does not verify
		}
		throw new Refusal(RefusalCode.CSR_SIGNATURE_INVALID);
	}
}
