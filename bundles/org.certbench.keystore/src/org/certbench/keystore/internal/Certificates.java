package org.certbench.keystore.internal;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.pkcs.jcajce.JcaPKCS10CertificationRequestBuilder;
import org.certbench.core.DistinguishedName;
import org.certbench.core.SignatureScheme;

/** The certificates and requests that the holder of a key makes itself, and how they are told apart. */
final class Certificates {

	private static final X500Principal NOBODY = new X500Principal("C=Dummy");
	private static final Duration MINUTE = Duration.ofMinutes(1);
	private static final int KEY_ENCIPHERMENT = 2;
	private static final int DATA_ENCIPHERMENT = 3;

	private Certificates() {
	}

	/**
	 * Keeps a key's place until its certificate is issued: PKCS#12 in the JDK's form has no key
	 * without a certificate. It names nobody and was valid for a minute of the past, so that nothing
	 * takes it for a real one.
	 */
	static X509Certificate placeholder(KeyPair pair, Instant now) {
		var notBefore = now.minus(MINUTE.multipliedBy(2));
		return certificate(NOBODY, BigInteger.ZERO, Date.from(notBefore), Date.from(notBefore.plus(MINUTE)),
				pair.getPublic(), signer(pair.getPrivate(), pair.getPublic()));
	}

	/** Whether a certificate only keeps the place: no issued one is signed with its own key. */
	static boolean isPlaceholder(X509Certificate certificate) {
		return isSelfIssued(certificate) && isSignedBy(certificate, certificate.getPublicKey());
	}

	/** The encryption certificate: issued by the authentication certificate to its own holder. */
	static X509Certificate encryption(PublicKey key, BigInteger serial, X509Certificate authentication,
			PrivateKey authenticationKey) {
		return certificate(authentication.getSubjectX500Principal(), serial, authentication.getNotBefore(),
				authentication.getNotAfter(), key, signer(authenticationKey, authentication.getPublicKey()));
	}

	/** Whether software decrypts with the key of such a certificate. */
	static boolean isForEncryption(X509Certificate certificate) {
		boolean[] usage = certificate.getKeyUsage();
		return usage != null && usage[KEY_ENCIPHERMENT] && usage[DATA_ENCIPHERMENT];
	}

	static boolean isSelfIssued(X509Certificate certificate) {
		return certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
	}

	static boolean isSignedBy(X509Certificate certificate, PublicKey issuer) {
		try {
			certificate.verify(issuer);
			return true;
		} catch (GeneralSecurityException otherKey) {
			return false;
		}
	}

	/** A request without requested extensions, DER. */
	static byte[] request(DistinguishedName subject, PublicKey key, PrivateKey privateKey) {
		try {
			return new JcaPKCS10CertificationRequestBuilder(subject.toPrincipal(), key).build(signer(privateKey, key))
					.getEncoded();
		} catch (IOException e) {
			throw new IllegalStateException("a request in memory can be encoded", e);
		}
	}

	private static X509Certificate certificate(X500Principal subjectAndIssuer, BigInteger serial, Date notBefore,
			Date notAfter, PublicKey key, ContentSigner signer) {
		try {
			var name = X500Name.getInstance(subjectAndIssuer.getEncoded());
			var builder = new JcaX509v3CertificateBuilder(name, serial, notBefore, notAfter, name, key)
					.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment | KeyUsage.dataEncipherment));
			return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
		} catch (CertIOException | GeneralSecurityException e) {
			throw new IllegalStateException("a certificate of plain parts can be made", e);
		}
	}

	/** The scheme follows the key itself: the CA's signature above it may be of another kind. */
	private static ContentSigner signer(PrivateKey key, PublicKey publicKey) {
		try {
			return new JcaContentSignerBuilder(SignatureScheme.of(publicKey).jcaName()).build(key);
		} catch (OperatorCreationException e) {
			throw new IllegalStateException("a key that was read can sign", e);
		}
	}
}
