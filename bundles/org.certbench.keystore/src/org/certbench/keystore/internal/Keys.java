package org.certbench.keystore.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.function.Predicate;

import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x9.ECNamedCurveTable;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;

/** What is done with keys as such: making them, reading them, telling which belong together. */
final class Keys {

	private static final int RSA_BITS = 2048;

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
		return otherHalf(info).test(publicKey);
	}

	/** What tells the other half of a pair from all other keys: made once, it is cheap to ask. */
	static Predicate<PublicKey> otherHalf(PrivateKeyInfo info) {
		try {
			return switch (privateKey(info)) {
				case RSAPrivateKey rsa -> key -> key instanceof RSAPublicKey half && half.getModulus().equals(rsa.getModulus());
				case ECPrivateKey ec -> otherHalf(info, ec);
				default -> any -> false;
			};
		} catch (GeneralSecurityException | IllegalArgumentException e) {
			return any -> false;
		}
	}

	private static Predicate<PublicKey> otherHalf(PrivateKeyInfo info, ECPrivateKey key) {
		var curve = ECNamedCurveTable.getByOID(ASN1ObjectIdentifier.getInstance(info.getPrivateKeyAlgorithm().getParameters()));
		var point = curve.getG().multiply(key.getS()).normalize();
		if (point.isInfinity()) {
			return any -> false;
		}
		var expected = new ECPoint(point.getAffineXCoord().toBigInteger(), point.getAffineYCoord().toBigInteger());
		return any -> any instanceof ECPublicKey half && half.getW().equals(expected);
	}
}
