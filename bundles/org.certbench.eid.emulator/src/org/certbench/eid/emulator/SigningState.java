package org.certbench.eid.emulator;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Cipher;

/**
 * Which key an emulated card will sign with, how, and whether the PIN was given for it. Of the
 * algorithms of an RSA card those with PKCS#1 padding are there, PSS is not.
 */
final class SigningState {

	private static final int OK = 0x9000;
	private static final int WRONG_DATA = 0x6A80;
	private static final int WRONG_PARAMETERS = 0x6A86;
	private static final int REFERENCE_NOT_FOUND = 0x6A88;
	private static final byte[] SHA_256_DIGEST_INFO = HexFormat.of().parseHex("3031300d060960864801650304020105000420");

	private final CardContent content;
	private int key;
	private int algorithm;
	/** Since the last reset or wrong PIN. */
	private boolean pinRight;
	/** After the last MSE, and not yet used up by a signature. */
	private boolean pinFresh;

	SigningState(CardContent content) {
		this.content = content;
	}

	void reset() {
		key = 0;
		pinWrong();
	}

	void pinWrong() {
		pinRight = false;
		pinFresh = false;
	}

	void pinRight() {
		pinRight = true;
		pinFresh = key != 0;
	}

	/** MSE: {@code 04 80 algorithm 84 key}; the status word. */
	int prepare(byte[] data, int parameters) {
		if (parameters != 0x41B6) {
			return WRONG_PARAMETERS;
		}
		if (data.length != 5 || data[0] != 0x04 || data[1] != (byte) 0x80 || data[3] != (byte) 0x84
				|| !isKnown(data[2])) {
			return WRONG_DATA;
		}
		if (!content.keys().containsKey(data[4] & 0xFF)) {
			return REFERENCE_NOT_FOUND;
		}
		algorithm = data[2];
		key = data[4] & 0xFF;
		pinFresh = false;
		return OK;
	}

	private boolean isKnown(int wanted) {
		return content.model().isEllipticCurve() ? wanted == 0x01 || wanted == 0x02 || wanted == 0x04
				: wanted == 0x01 || wanted == 0x08;
	}

	boolean isPinGiven() {
		return key == CardContent.SIGNATURE_KEY ? pinFresh : key != 0 && pinRight;
	}

	/** Signs a hash, and uses the PIN up; nothing where the hash is not one of the algorithm. */
	Optional<byte[]> sign(byte[] hash) {
		pinFresh = false;
		try {
			return content.model().isEllipticCurve() ? signWithCurve(hash) : signWithRsa(hash);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	private Optional<byte[]> signWithCurve(byte[] hash) throws GeneralSecurityException {
		int length = switch (algorithm) {
			case 0x01 -> 32;
			case 0x02 -> 48;
			default -> 64;
		};
		if (hash.length != length) {
			return Optional.empty();
		}
		var signature = Signature.getInstance("NONEwithECDSAinP1363Format");
		signature.initSign(content.keys().get(key));
		signature.update(hash);
		return Optional.of(signature.sign());
	}

	private Optional<byte[]> signWithRsa(byte[] data) throws GeneralSecurityException {
		if (algorithm == 0x08 && data.length != 32) {
			return Optional.empty();
		}
		var cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
		cipher.init(Cipher.ENCRYPT_MODE, content.keys().get(key));
		return Optional.of(cipher.doFinal(algorithm == 0x08 ? digestInfo(data) : data));
	}

	private static byte[] digestInfo(byte[] hash) {
		var info = Arrays.copyOf(SHA_256_DIGEST_INFO, SHA_256_DIGEST_INFO.length + hash.length);
		System.arraycopy(hash, 0, info, SHA_256_DIGEST_INFO.length, hash.length);
		return info;
	}
}
