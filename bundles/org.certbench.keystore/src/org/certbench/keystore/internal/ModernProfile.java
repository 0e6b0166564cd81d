package org.certbench.keystore.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.EncryptedData;
import org.bouncycastle.asn1.pkcs.EncryptedPrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.MacData;
import org.bouncycastle.asn1.pkcs.PKCS12PBEParams;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.DigestInfo;
import org.bouncycastle.crypto.util.PBKDF2Config;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.OutputEncryptor;
import org.bouncycastle.pkcs.jcajce.JcePKCS12MacCalculatorBuilder;
import org.bouncycastle.pkcs.jcajce.JcePKCSPBEOutputEncryptorBuilder;

/**
 * How our files are protected: PBES2 with AES-256-CBC and PBKDF2 by HMAC-SHA-256, and a MAC by the
 * PKCS#12 derivation with SHA-256. Among the algorithms that are still sound, these are the ones
 * that all the software around reads: JDK 8u301 and newer, OpenSSL 1.1 and 3, Windows since 10
 * version 1709. PBMAC1 would be sounder, and the JDK cannot read it.
 */
final class ModernProfile {

	/**
	 * Of each encrypted part: every private key, and the certificates. Twice the JDK's 10,000. Each
	 * renewal adds a key, and each save derives every key twice, to write it and to read it back: at
	 * some 15 ms each in the product, which runs without the optimizing compiler, that is still quick
	 * after ten renewals, and far below the 1,000,000 in total that .NET accepts.
	 */
	private static final int ENCRYPTION_ITERATIONS = 20_000;

	/**
	 * Of the MAC. Whoever guesses passwords tries the cheapest part of the file: an iteration of the
	 * PKCS#12 derivation is one hash where PBKDF2 computes two, so the same work takes twice the
	 * number. Below the 300,000 that .NET accepts for a MAC.
	 */
	private static final int MAC_ITERATIONS = 2 * ENCRYPTION_ITERATIONS;

	/** Bytes: the least that NIST SP 800-132 section 5.1 allows is 16. */
	private static final int SALT_LENGTH = 20;

	private static final ASN1ObjectIdentifier CIPHER = NISTObjectIdentifiers.id_aes256_CBC;
	private static final ASN1ObjectIdentifier DIGEST = NISTObjectIdentifiers.id_sha256;

	private final char[] password;

	/** @param password read while this object is used, not kept by it */
	ModernProfile(char[] password) {
		this.password = password;
	}

	EncryptedPrivateKeyInfo wrap(PrivateKeyInfo key) {
		var encryptor = encryptor();
		byte[] clear = Keys.encoded(key);
		try {
			return new EncryptedPrivateKeyInfo(encryptor.getAlgorithmIdentifier(), encrypted(encryptor, clear));
		} finally {
			Arrays.fill(clear, (byte) 0);
		}
	}

	EncryptedData encrypt(byte[] content) {
		var encryptor = encryptor();
		return new EncryptedData(PKCSObjectIdentifiers.data, encryptor.getAlgorithmIdentifier(),
				new DEROctetString(encrypted(encryptor, content)));
	}

	MacData mac(byte[] authenticatedSafe) {
		try {
			var calculator = new JcePKCS12MacCalculatorBuilder(DIGEST).setProvider(BouncyCastle.provider())
					.setIterationCount(MAC_ITERATIONS).build(password);
			try (var out = calculator.getOutputStream()) {
				out.write(authenticatedSafe);
			}
			var parameters = PKCS12PBEParams.getInstance(calculator.getAlgorithmIdentifier().getParameters());
			return new MacData(new DigestInfo(new AlgorithmIdentifier(DIGEST, DERNull.INSTANCE), calculator.getMac()),
					parameters.getIV(), MAC_ITERATIONS);
		} catch (OperatorCreationException | IOException e) {
			throw new IllegalStateException("Bouncy Castle has SHA-256", e);
		}
	}

	/** A new one for each part, for the salt's sake. */
	private OutputEncryptor encryptor() {
		var derivation = new PBKDF2Config.Builder().withPRF(PBKDF2Config.PRF_SHA256)
				.withIterationCount(ENCRYPTION_ITERATIONS).withSaltLength(SALT_LENGTH).build();
		try {
			return new JcePKCSPBEOutputEncryptorBuilder(derivation, CIPHER).setProvider(BouncyCastle.provider())
					.build(password);
		} catch (OperatorCreationException e) {
			throw new IllegalStateException("Bouncy Castle has AES", e);
		}
	}

	private static byte[] encrypted(OutputEncryptor encryptor, byte[] clear) {
		var bytes = new ByteArrayOutputStream();
		try (var out = encryptor.getOutputStream(bytes)) {
			out.write(clear);
		} catch (IOException e) {
			throw new IllegalStateException("memory does not fail", e);
		}
		return bytes.toByteArray();
	}
}
