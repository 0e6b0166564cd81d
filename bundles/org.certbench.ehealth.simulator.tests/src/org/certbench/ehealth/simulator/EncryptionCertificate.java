package org.certbench.ehealth.simulator;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Date;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An encryption certificate as the protocol wants it, each part of which can be spoilt. */
final class EncryptionCertificate {

	private final X509Certificate authentication;
	private KeyPair issuer;
	BigInteger serial;
	PublicKey key;
	X500Name subject;
	X500Name issuerName;
	Date notAfter;
	int usage = KeyUsage.keyEncipherment | KeyUsage.dataEncipherment;
	boolean critical = true;

	EncryptionCertificate(X509Certificate authentication, KeyPair issuer, PublicKey key, BigInteger serial) {
		this.authentication = authentication;
		this.issuer = issuer;
		this.key = key;
		this.serial = serial;
		this.subject = X500Name.getInstance(authentication.getSubjectX500Principal().getEncoded());
		this.issuerName = subject;
		this.notAfter = authentication.getNotAfter();
	}

	void signBy(KeyPair other) {
		issuer = other;
	}

	X509Certificate sign() {
		try {
			var builder = new JcaX509v3CertificateBuilder(issuerName, serial, authentication.getNotBefore(), notAfter,
					subject, key).addExtension(Extension.keyUsage, critical, new KeyUsage(usage));
			return new JcaX509CertificateConverter().getCertificate(
					builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(issuer.getPrivate())));
		} catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
			throw new IllegalStateException(e);
		}
	}
}
