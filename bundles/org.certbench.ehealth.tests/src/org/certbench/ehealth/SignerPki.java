package org.certbench.ehealth;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import javax.security.auth.x500.X500Principal;

import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certbench.core.SignatureScheme;
import org.certbench.core.Signer;
import org.certbench.testing.KeySigner;

/** Keys and certificates for tests: a root, an issuing authority and what it issues. All of it is invented. */
public final class SignerPki {

	/** One of each kind, since generating RSA keys takes its time. */
	public static final SignerPki RSA = new SignerPki("RSA", "CN=Invented Root");
	public static final SignerPki P256 = new SignerPki("secp256r1", "CN=Invented Root of P-256");
	public static final SignerPki P384 = new SignerPki("secp384r1", "CN=Invented Root of P-384");

	/** A certificate and its key. */
	public record Certified(X509Certificate certificate, KeyPair keys) {
	}

	private final String keyKind;
	private final Certified root;
	private final Certified issuing;
	private final Certified leaf;

	public SignerPki(String keyKind, String rootName) {
		this.keyKind = keyKind;
		var rootKeys = keys(keyKind);
		this.root = new Certified(certificate(rootName, rootKeys, rootName, rootKeys, true, 0), rootKeys);
		this.issuing = issued(root, "CN=Invented Issuing CA,OU=" + rootName.substring(3), true, 0);
		this.leaf = issued(issuing, "CN=JANE DOE,SERIALNUMBER=85999900189", false, KeyUsage.nonRepudiation);
	}

	public X509Certificate root() {
		return root.certificate();
	}

	public X509Certificate issuing() {
		return issuing.certificate();
	}

	public Certified leaf() {
		return leaf;
	}

	/** Issues a further leaf with a key of its own. */
	public Certified issue(String subject) {
		return issued(issuing, subject, false, KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
	}

	/** Signs with the leaf's key; usable everywhere. */
	public Signer signer() {
		return signer(leaf.keys().getPrivate(), List.of(leaf.certificate(), issuing.certificate(), root.certificate()));
	}

	/** Signs with a key of this authority's. */
	public Signer signer(Certified certified) {
		return signer(certified.keys().getPrivate(),
				List.of(certified.certificate(), issuing.certificate(), root.certificate()));
	}

	/** Signs with any key and claims any chain. */
	public static Signer signer(PrivateKey key, List<X509Certificate> chain) {
		return new KeySigner(key, chain);
	}

	/** A new key pair: {@code RSA} with 2048 bits or the name of a curve. */
	public static KeyPair keys(String kind) {
		try {
			if (kind.equals("RSA")) {
				var generator = KeyPairGenerator.getInstance("RSA");
				generator.initialize(2048);
				return generator.generateKeyPair();
			}
			var generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec(kind));
			return generator.generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new AssertionError(e);
		}
	}

	/** A certificate of any form, valid from an hour ago for a day; {@code usage} 0 for none. */
	public static X509Certificate certificate(String subject, KeyPair keys, String issuer, KeyPair issuerKeys, boolean ca,
			int usage) {
		return certificate(subject, keys, issuer, issuerKeys, ca, usage, nextSerial());
	}

	public static X509Certificate certificate(String subject, KeyPair keys, String issuer, KeyPair issuerKeys, boolean ca,
			int usage, BigInteger serial) {
		var from = Instant.now().minus(Duration.ofHours(1));
		return certificate(new X500Principal(subject), keys, new X500Principal(issuer), issuerKeys, ca, usage, serial, from,
				from.plus(Duration.ofDays(1)));
	}

	public static X509Certificate certificate(X500Principal subject, KeyPair keys, X500Principal issuer, KeyPair issuerKeys,
			boolean ca, int usage, BigInteger serial, Instant from, Instant to) {
		try {
			var builder = new JcaX509v3CertificateBuilder(issuer, serial, Date.from(from), Date.from(to), subject,
					keys.getPublic());
			if (ca) {
				builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
			}
			if (usage != 0) {
				builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
			}
			var signer = new JcaContentSignerBuilder(SignatureScheme.of(issuerKeys.getPublic()).jcaName())
					.build(issuerKeys.getPrivate());
			return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
		} catch (IOException | OperatorCreationException | GeneralSecurityException e) {
			throw new AssertionError(e);
		}
	}

	private Certified issued(Certified issuer, String subject, boolean ca, int usage) {
		var keys = keys(keyKind);
		return new Certified(certificate(new X500Principal(subject), keys, issuer.certificate().getSubjectX500Principal(),
				issuer.keys(), ca, usage, nextSerial(), Instant.now().minus(Duration.ofHours(1)),
				Instant.now().plus(Duration.ofHours(23))), keys);
	}

	private static BigInteger nextSerial() {
		return new BigInteger(63, ThreadLocalRandom.current());
	}
}
