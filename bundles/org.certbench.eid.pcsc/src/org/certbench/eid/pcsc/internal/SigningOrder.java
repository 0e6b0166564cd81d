package org.certbench.eid.pcsc.internal;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;

import org.certbench.core.SignatureScheme;
import org.certbench.eid.CardKey;

/**
 * What a card is told to sign: the hash of the data, in the way that its applet wants it.
 *
 * @param keyReference which key
 * @param algorithm    the card's number for the algorithm
 * @param input        what it gets
 */
record SigningOrder(int keyReference, int algorithm, byte[] input) {

	private static final int AUTHENTICATION_KEY = 0x82;
	private static final int SIGNATURE_KEY = 0x83;
	/** RSA with PKCS#1 padding of a DigestInfo that is given; all applets know it. */
	private static final int RSA_DIGEST_INFO = 0x01;
	/** RSA with PKCS#1 padding of a SHA-256 hash. */
	private static final int RSA_SHA_256 = 0x08;
	private static final int ECDSA_SHA_256 = 0x01;
	private static final int ECDSA_SHA_384 = 0x02;
	/** RFC 8017, section 9.2, note 1. */
	private static final byte[] SHA_256_DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

	static SigningOrder of(CardKey key, PublicKey publicKey, int applet, byte[] data) {
		int reference = key == CardKey.AUTHENTICATION ? AUTHENTICATION_KEY : SIGNATURE_KEY;
		return switch (SignatureScheme.of(publicKey)) {
			case RSA_SHA256 -> applet >= CardData.APPLET_1_7
					? new SigningOrder(reference, RSA_SHA_256, hash("SHA-256", data))
					: new SigningOrder(reference, RSA_DIGEST_INFO, digestInfo(hash("SHA-256", data)));
			case ECDSA_SHA256 -> new SigningOrder(reference, ECDSA_SHA_256, hash("SHA-256", data));
			case ECDSA_SHA384 -> new SigningOrder(reference, ECDSA_SHA_384, hash("SHA-384", data));
		};
	}

	private static byte[] digestInfo(byte[] hash) {
		var info = Arrays.copyOf(SHA_256_DIGEST_INFO, SHA_256_DIGEST_INFO.length + hash.length);
		System.arraycopy(hash, 0, info, SHA_256_DIGEST_INFO.length, hash.length);
		return info;
	}

	private static byte[] hash(String algorithm, byte[] data) {
		try {
			return MessageDigest.getInstance(algorithm).digest(data);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("every Java has " + algorithm, e);
		}
	}
}
