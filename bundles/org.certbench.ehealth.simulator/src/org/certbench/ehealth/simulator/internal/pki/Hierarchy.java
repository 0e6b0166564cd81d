package org.certbench.ehealth.simulator.internal.pki;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.certbench.core.PrivateFiles;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;

/**
 * One of the simulator's two hierarchies: a root, an issuing CA and the signer of encryption tokens,
 * in one file. The root's key is not kept. Immutable.
 *
 * @param issuing signs certificates
 * @param tokens  signs encryption tokens: {@code CN=ETK-RA}, always RSA
 */
public record Hierarchy(Key issuing, Key tokens) {

	private static final String ISSUING = "issuing";
	private static final String TOKENS = "etk-ra";
	private static final String ORGANISATION = ",O=Certbench Simulator - not eHealth,C=BE";
	/** The format wants a password; the file's mode is what protects it, and it protects nothing real. */
	private static final char[] PASSWORD = "simulator".toCharArray();
	/** Before the earliest backdated certificate, and long after the latest one. */
	private static final Duration PAST = Duration.ofDays(365 * 12L);
	private static final Duration FUTURE = Duration.ofDays(365 * 30L);

	/**
	 * A private key.
	 *
	 * @param chain its certificate first, the root last
	 */
	public record Key(PrivateKey secret, List<X509Certificate> chain) {

		public X509Certificate certificate() {
			return chain.getFirst();
		}
	}

	/** Reads the hierarchy of that kind, or makes it. */
	static Hierarchy loadOrMake(Path file, Issuer kind, Instant now) throws IOException {
		try {
			if (!Files.exists(file)) {
				PrivateFiles.createFolder(file.getParent());
				PrivateFiles.write(file, make(kind, now));
			}
			var store = KeyStore.getInstance(file.toFile(), PASSWORD);
			return new Hierarchy(key(store, ISSUING), key(store, TOKENS));
		} catch (GeneralSecurityException e) {
			throw new IOException(e);
		}
	}

	public X509Certificate root() {
		return issuing.chain().getLast();
	}

	private static byte[] make(Issuer kind, Instant now) throws GeneralSecurityException, IOException {
		var notBefore = now.minus(PAST);
		var notAfter = now.plus(FUTURE);
		var rootKey = authorityKey(kind);
		var rootName = new X500Name("CN=Certbench Simulator Root CA " + kind + ORGANISATION);
		var root = new CertificateDraft(rootName, rootName, rootKey.getPublic(), rootKey.getPublic(), BigInteger.ONE,
				notBefore, notAfter).authority(1).sign(rootKey.getPrivate());
		var issuingKey = authorityKey(kind);
		var issuingName = new X500Name("CN=Certbench Simulator TEST issuing CA " + kind + ORGANISATION);
		var issuing = new CertificateDraft(rootName, issuingName, issuingKey.getPublic(), rootKey.getPublic(),
				BigInteger.TWO, notBefore, notAfter).authority(0).sign(rootKey.getPrivate());
		var tokenKey = rsaKey();
		var tokens = draft(issuing, new X500Name("CN=ETK-RA,OU=ETK-RA of the simulator" + ORGANISATION),
				tokenKey.getPublic(), BigInteger.TWO, notBefore, notAfter).usage(KeyUsage.digitalSignature)
				.sign(issuingKey.getPrivate());

		var store = KeyStore.getInstance("PKCS12");
		store.load(null, PASSWORD);
		store.setKeyEntry(ISSUING, issuingKey.getPrivate(), PASSWORD, new X509Certificate[] { issuing, root });
		store.setKeyEntry(TOKENS, tokenKey.getPrivate(), PASSWORD, new X509Certificate[] { tokens, issuing, root });
		var bytes = new ByteArrayOutputStream();
		store.store(bytes, PASSWORD);
		return bytes.toByteArray();
	}

	/** A certificate to be signed by another's key. */
	static CertificateDraft draft(X509Certificate issuer, X500Name subject, PublicKey key, BigInteger serial,
			Instant notBefore, Instant notAfter) throws GeneralSecurityException, IOException {
		return new CertificateDraft(X500Name.getInstance(issuer.getSubjectX500Principal().getEncoded()), subject, key,
				issuer.getPublicKey(), serial, notBefore, notAfter);
	}

	private static KeyPair authorityKey(Issuer kind) throws GeneralSecurityException {
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

	private static Key key(KeyStore store, String alias) throws GeneralSecurityException {
		var chain = Arrays.stream(store.getCertificateChain(alias)).map(X509Certificate.class::cast).toList();
		return new Key((PrivateKey) store.getKey(alias, PASSWORD), chain);
	}
}
