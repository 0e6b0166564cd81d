package org.certbench.ehealth.simulator;

import java.io.IOException;
import java.security.KeyPair;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequestBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.certbench.core.DistinguishedName;

/** Certificate requests, good ones and bad ones, DER. */
final class CertificateRequest {

	private CertificateRequest() {
	}

	/** As it should be. */
	static byte[] good(DistinguishedName subject, KeyPair key) {
		return signed(builder(subject, key), key, "SHA256withRSA");
	}

	/** Signed with another algorithm. */
	static byte[] by(String algorithm, DistinguishedName subject, KeyPair key) {
		return signed(builder(subject, key), key, algorithm);
	}

	/** Signed with another key than its own. */
	static byte[] signedByAnother(DistinguishedName subject, KeyPair key, KeyPair another) {
		return signed(builder(subject, key), another, "SHA256withRSA");
	}

	/** Asks to become a CA. */
	static byte[] withExtensions(DistinguishedName subject, KeyPair key) {
		try {
			var extensions = new ExtensionsGenerator();
			extensions.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
			return signed(builder(subject, key).addAttribute(PKCSObjectIdentifiers.pkcs_9_at_extensionRequest,
					extensions.generate()), key, "SHA256withRSA");
		} catch (IOException e) {
			throw new IllegalStateException(e);
		}
	}

	private static PKCS10CertificationRequestBuilder builder(DistinguishedName subject, KeyPair key) {
		return new JcaPKCS10CertificationRequestBuilder(X500Name.getInstance(subject.toPrincipal().getEncoded()),
				key.getPublic());
	}

	private static byte[] signed(PKCS10CertificationRequestBuilder builder, KeyPair key, String algorithm) {
		try {
			return builder.build(new JcaContentSignerBuilder(algorithm).build(key.getPrivate())).getEncoded();
		} catch (OperatorCreationException | IOException e) {
			throw new IllegalStateException(e);
		}
	}
}
