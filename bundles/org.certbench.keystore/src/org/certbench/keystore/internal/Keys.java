package org.certbench.keystore.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;

import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.certbench.core.SignatureScheme;

/** What is done with keys as such: making them, reading them, telling which belong together. */
final class Keys {

	private static final int RSA_BITS = 2048;
	private static final byte[] PROBE = { 1, 2, 3 };

	private Keys() {
	}

	/** A new pair of the only kind that eHealth issues certificates for. */
	static KeyPair newPair() {
		try {
			var generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(RSA_BITS);
			return generator.generateKeyPair();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has RSA", e);
		}
	}

	/**
	 * The key for the JDK.
	 *
	 * @throws GeneralSecurityException where it is of a kind that cannot be used here
	 */
	static PrivateKey privateKey(PrivateKeyInfo info) throws GeneralSecurityException {
		byte[] encoded = encoded(info);
		try {
			return KeyFactory.getInstance(algorithm(info)).generatePrivate(new PKCS8EncodedKeySpec(encoded));
		} finally {
			Arrays.fill(encoded, (byte) 0);
		}
	}

	private static String algorithm(PrivateKeyInfo info) throws GeneralSecurityException {
		var algorithm = info.getPrivateKeyAlgorithm().getAlgorithm();
		if (algorithm.equals(PKCSObjectIdentifiers.rsaEncryption)) {
			return "RSA";
		}
		if (algorithm.equals(X9ObjectIdentifiers.id_ecPublicKey)) {
			return "EC";
		}
		throw new GeneralSecurityException(algorithm.getId());
	}

	static byte[] encoded(PrivateKeyInfo info) {
		try {
			return info.getEncoded();
		} catch (IOException e) {
			throw new IllegalStateException("a key that was read can be written", e);
		}
	}

	/** Whether the two are halves of one pair; false too where they are of a kind unknown here. */
	static boolean belongTogether(PrivateKeyInfo info, PublicKey publicKey) {
		try {
			var key = privateKey(info);
			if (key instanceof RSAPrivateKey rsa && publicKey instanceof RSAPublicKey rsaPublic) {
				return rsa.getModulus().equals(rsaPublic.getModulus());
			}
			return verifies(key, publicKey);
		} catch (GeneralSecurityException | IllegalArgumentException e) {
			return false;
		}
	}

	private static boolean verifies(PrivateKey key, PublicKey publicKey) throws GeneralSecurityException {
		var signature = Signature.getInstance(SignatureScheme.of(publicKey).jcaName());
		signature.initSign(key);
		signature.update(PROBE);
		byte[] value = signature.sign();
		signature.initVerify(publicKey);
		signature.update(PROBE);
		return signature.verify(value);
	}
}
