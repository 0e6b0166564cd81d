package org.certbench.ehealth.simulator.internal.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;

/**
 * One of the simulator's two hierarchies: a root, whose key is not kept, an issuing CA, and a signer of
 * encryption tokens, which is made when the first token is. Not thread-safe.
 */
final class Hierarchy {

	private static final String ORGANISATION = ",O=Certbench Simulator - not eHealth,C=BE";
	/** Before the earliest backdated certificate, and long after the latest one. */
	private static final Duration PAST = Duration.ofDays(365 * 12L);
	private static final Duration FUTURE = Duration.ofDays(365 * 30L);

	private final Issuer kind;
	private final KeyFile issuing;
	private final KeyFile tokens;

	/** @param folder where its two files lie, or will lie */
	Hierarchy(Path folder, Issuer kind) {
		this.kind = kind;
		var name = kind == Issuer.RSA ? "rsa" : "ec";
		this.issuing = new KeyFile(folder.resolve(name + ".p12"));
		this.tokens = new KeyFile(folder.resolve(name + "-etk-ra.p12"));
	}

	/** Whether it was made already. */
	boolean exists() {
		return issuing.exists();
	}

	/** Signs certificates; made on the first call. */
	KeyFile.Key issuing(Instant now) throws IOException {
		return issuing.loadOr(() -> makeIssuing(now));
	}

	/** Signs encryption tokens: {@code CN=ETK-RA}, always RSA; made on the first call. */
	KeyFile.Key tokens(Instant now) throws IOException {
		var issuer = issuing(now);
		return tokens.loadOr(() -> makeTokens(issuer, now));
	}

	/** A certificate to be signed by another's key. */
	static CertificateDraft draft(X509Certificate issuer, X500Name subject, PublicKey key, BigInteger serial,
			Instant notBefore, Instant notAfter) throws GeneralSecurityException, IOException {
		return new CertificateDraft(X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()), subject, key,
				issuer.getPublicKey(), serial, notBefore, notAfter);
	}

	private KeyFile.Key makeIssuing(Instant now) throws GeneralSecurityException, IOException {
		var rootKey = authorityKey();
		var rootName = new X500Name("CN=Certbench Simulator Root CA " + kind + ORGANISATION);
		var root = new CertificateDraft(rootName, rootName, rootKey.getPublic(), rootKey.getPublic(), BigInteger.ONE,
				now.minus(PAST), now.plus(FUTURE)).authority(1).sign(rootKey.getPrivate());
		var key = authorityKey();
		var name = new X500Name("CN=Certbench Simulator TEST issuing CA " + kind + ORGANISATION);
		var certificate = draft(root, name, key.getPublic(), BigInteger.TWO, now.minus(PAST), now.plus(FUTURE))
				.authority(0).sign(rootKey.getPrivate());
		return new KeyFile.Key(key.getPrivate(), List.of(certificate, root));
	}

	private static KeyFile.Key makeTokens(KeyFile.Key issuer, Instant now) throws GeneralSecurityException, IOException {
		var key = rsaKey();
		var name = new X500Name("CN=ETK-RA,OU=ETK-RA of the simulator" + ORGANISATION);
		var certificate = draft(issuer.certificate(), name, key.getPublic(), BigInteger.TWO, now.minus(PAST),
				now.plus(FUTURE)).usage(KeyUsage.digitalSignature).sign(issuer.secret());
		return new KeyFile.Key(key.getPrivate(), List.of(certificate, issuer.certificate(), issuer.root()));
	}

	private KeyPair authorityKey() throws GeneralSecurityException {
		if (kind == Issuer.RSA) {
			return rsaKey();
		}
		var generator = KeyPairGenerator.getInstance("EC");
		generator.initialize(new ECGenParameterSpec("secp384r1"));
		return generator.generateKeyPair();
	}

	private static KeyPair rsaKey() throws GeneralSecurityException {
		var generator = KeyPairGenerator.getInstance("RSA");
		generator.initialize(2048);
		return generator.generateKeyPair();
	}
}
