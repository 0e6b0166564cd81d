package org.certbench.core;

import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;

/** The signature algorithms that eHealth accepts; the key decides which. */
public enum SignatureScheme {
	/** RSA PKCS#1 v1.5 with SHA-256. */
	RSA_SHA256("SHA256withRSA", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"),
	/** ECDSA with SHA-256, for P-256 keys. */
	ECDSA_SHA256("SHA256withECDSA", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"),
	/** ECDSA with SHA-384, for P-384 keys. */
	ECDSA_SHA384("SHA384withECDSA", "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384");

	private final String jca;
	private final String xml;

	SignatureScheme(String jca, String xml) {
		this.jca = jca;
		this.xml = xml;
	}

	/**
	 * The scheme for a key: taken from the key itself, never from the signature on its certificate.
	 *
	 * @throws IllegalArgumentException where no accepted scheme fits
	 */
	public static SignatureScheme of(PublicKey key) {
		if (key instanceof RSAKey) {
			return RSA_SHA256;
		}
		if (key instanceof ECKey ec) {
			return ec.getParams().getOrder().bitLength() <= 256 ? ECDSA_SHA256 : ECDSA_SHA384;
		}
		throw new IllegalArgumentException("no accepted signature scheme for a key of " + key.getAlgorithm());
	}

	public boolean isEllipticCurve() {
		return this != RSA_SHA256;
	}

	/** The JCA's name; its ECDSA values are DER encoded. */
	public String jcaName() {
		return jca;
	}

	/**
	 * The JCA's name with signature values as XML signatures and cards have them: raw {@code r||s}
	 * (P1363) for elliptic curves.
	 */
	public String rawJcaName() {
		return isEllipticCurve() ? jca + "inP1363Format" : jca;
	}

	/** The algorithm's URI in an XML signature. */
	public String xmlUri() {
		return xml;
	}
}
