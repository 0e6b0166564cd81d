package org.certbench.testing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.certbench.core.DistinguishedName;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.SignatureScheme;

/** A small certificate authority for tests: a root, an issuing CA, and leaves as eHealth issues them. */
public final class TestPki {

	/** The usages of an eHealth authentication certificate. */
	private static final int LEAF_USAGE = KeyUsage.digitalSignature | KeyUsage.nonRepudiation | KeyUsage.keyEncipherment;
	private static final int CA_USAGE = KeyUsage.keyCertSign | KeyUsage.cRLSign;
	private static final Duration CA_LIFE = Duration.ofDays(3650);
	private static final AtomicLong SERIALS = new AtomicLong(1000);

	private final KeyPair issuingKey;
	private final X509Certificate root;
	private final X509Certificate issuing;

	private TestPki(String name, KeyPair rootKey, KeyPair issuingKey) {
		this.issuingKey = issuingKey;
		var start = Instant.now().minus(CA_LIFE.dividedBy(2));
		var rootName = DistinguishedName.parse("CN=Certbench Test Root CA " + name + ",O=Not a real authority,C=BE");
		var issuingName = DistinguishedName.parse("CN=Certbench Test Issuing CA " + name + ",O=Not a real authority,C=BE");
		this.root = certificate(rootName, rootKey.getPublic(), start, start.plus(CA_LIFE), CA_USAGE, rootName, rootKey);
		this.issuing = certificate(issuingName, issuingKey.getPublic(), start, start.plus(CA_LIFE), CA_USAGE, rootName,
				rootKey);
	}

	/** One whose CAs have RSA keys. */
	public static TestPki rsa() {
		return new TestPki("RSA", TestKeys.rsa("root CA"), TestKeys.rsa("issuing CA"));
	}

	/** One whose CAs have keys on P-384, as eHealth's since 2024. */
	public static TestPki ec() {
		return new TestPki("EC", TestKeys.ec("root CA"), TestKeys.ec("issuing CA"));
	}

	public X509Certificate root() {
		return root;
	}

	public X509Certificate issuing() {
		return issuing;
	}

	/** A holder's chain, leaf first, the root last; valid from a day ago for three years. */
	public List<X509Certificate> issue(Holder holder, String name, PublicKey key) {
		var start = Instant.now().minus(Duration.ofDays(1));
		return issue(new HolderSubject(holder, name).toDistinguishedName(), key, start, start.plus(Duration.ofDays(1095)));
	}

	/** A chain, leaf first, the root last. */
	public List<X509Certificate> issue(DistinguishedName subject, PublicKey key, Instant notBefore, Instant notAfter) {
		var issuer = DistinguishedName.of(issuing.getSubjectX500Principal());
		return List.of(certificate(subject, key, notBefore, notAfter, LEAF_USAGE, issuer, issuingKey), issuing, root);
	}

	/** A CA's certificate, whoever signs it. */
	public static X509Certificate certificate(DistinguishedName subject, PublicKey key, DistinguishedName issuer,
			KeyPair issuerKey, Instant notBefore, Instant notAfter) {
		return certificate(subject, key, notBefore, notAfter, CA_USAGE, issuer, issuerKey);
	}

	private static X509Certificate certificate(DistinguishedName subject, PublicKey key, Instant notBefore, Instant notAfter,
			int usage, DistinguishedName issuer, KeyPair issuerKey) {
		try {
			var builder = new JcaX509v3CertificateBuilder(name(issuer), BigInteger.valueOf(SERIALS.incrementAndGet()),
					Date.from(notBefore), Date.from(notAfter), name(subject), key);
			builder.addExtension(Extension.keyUsage, true, new KeyUsage(usage));
			builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(usage == CA_USAGE));
			var signer = new JcaContentSignerBuilder(SignatureScheme.of(issuerKey.getPublic()).jcaName())
					.build(issuerKey.getPrivate());
			return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
		} catch (CertIOException | GeneralSecurityException | OperatorCreationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static X500Name name(DistinguishedName name) {
		return X500Name.getInstance(name.toPrincipal().getEncoded());
	}
}
