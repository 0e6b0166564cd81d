package org.certbench.ehealth.simulator.internal.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certbench.core.SignatureScheme;

/** A certificate that is being written, with both key identifiers. Good for one certificate. */
final class CertificateDraft {

	private final X509v3CertificateBuilder builder;
	private final PublicKey issuerKey;

	CertificateDraft(X500Name issuer, X500Name subject, PublicKey key, PublicKey issuerKey, BigInteger serial,
			Instant notBefore, Instant notAfter) throws GeneralSecurityException, IOException {
		var extensions = new JcaX509ExtensionUtils();
		this.issuerKey = issuerKey;
		this.builder = new JcaX509v3CertificateBuilder(issuer, serial, Date.from(notBefore), Date.from(notAfter), subject,
				key).addExtension(Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(key))
				.addExtension(Extension.authorityKeyIdentifier, false, extensions.createAuthorityKeyIdentifier(issuerKey));
	}

	/** Of a CA with at most so many CAs below it. */
	CertificateDraft authority(int pathLength) throws IOException {
		builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(pathLength));
		return usage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
	}

	/** @param bits of {@link KeyUsage} */
	CertificateDraft usage(int bits) throws IOException {
		builder.addExtension(Extension.keyUsage, true, new KeyUsage(bits));
		return this;
	}

	CertificateDraft extendedUsage(KeyPurposeId... purposes) throws IOException {
		builder.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
		return this;
	}

	X509Certificate sign(PrivateKey issuer) throws GeneralSecurityException {
		try {
			var signer = new JcaContentSignerBuilder(SignatureScheme.of(issuerKey).jcaName()).build(issuer);
			return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
		} catch (OperatorCreationException e) {
			throw new GeneralSecurityException(e);
		}
	}
}
