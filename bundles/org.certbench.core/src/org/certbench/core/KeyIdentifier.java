package org.certbench.core;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The public key identifier by which eHealth knows a request and its certificate: SHA-1 over
 * subjectPublicKey (RFC 5280 section 4.2.1.2, method 1). It is also the certificate's subject key
 * identifier. SHA-1 serves as a name here, not as protection.
 *
 * @param hex 40 upper-case hexadecimal digits
 */
public record KeyIdentifier(String hex) {

	private static final Pattern FORM = Pattern.compile("[0-9A-F]{40}");

	public KeyIdentifier {
		hex = hex.toUpperCase(Locale.ROOT);
		if (!FORM.matcher(hex).matches()) {
			throw new IllegalArgumentException("not a public key identifier: " + hex);
		}
	}

	/** The identifier of a key. */
	public static KeyIdentifier of(PublicKey key) {
		try {
			var digest = MessageDigest.getInstance("SHA-1").digest(subjectPublicKey(key.getEncoded()));
			return new KeyIdentifier(HexFormat.of().formatHex(digest));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-1", e);
		}
	}

	@Override
	public String toString() {
		return hex;
	}

	/**
	 * The bits of SubjectPublicKeyInfo ::= SEQUENCE { algorithm SEQUENCE, subjectPublicKey BIT
	 * STRING } without the count of unused bits.
	 */
	private static byte[] subjectPublicKey(byte[] info) {
		int algorithm = contentStart(info, 0);
		int bits = contentEnd(info, algorithm);
		return Arrays.copyOfRange(info, contentStart(info, bits) + 1, contentEnd(info, bits));
	}

	private static int contentStart(byte[] der, int at) {
		int length = der[at + 1] & 0xff;
		return at + 2 + (length < 0x80 ? 0 : length & 0x7f);
	}

	private static int contentEnd(byte[] der, int at) {
		int start = contentStart(der, at);
		int length = der[at + 1] & 0xff;
		if (length >= 0x80) {
			length = 0;
			for (int i = at + 2; i < start; i++) {
				length = length << 8 | der[i] & 0xff;
			}
		}
		return start + length;
	}
}
