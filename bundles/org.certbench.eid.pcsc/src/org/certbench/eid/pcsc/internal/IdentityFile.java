package org.certbench.eid.pcsc.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

import org.certbench.core.Identifier;
import org.certbench.eid.CardIdentity;

/** Reads the identity file. */
final class IdentityFile {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
	private static final int CARD_NUMBER = 0x01;
	private static final int VALID_FROM = 0x03;
	private static final int VALID_UNTIL = 0x04;
	private static final int NATIONAL_NUMBER = 0x06;
	private static final int NAME = 0x07;
	private static final int FIRST_NAMES = 0x08;
	private static final int PHOTO_DIGEST = 0x11;
	/** Which digest it is, by its bytes: SHA-1 with applet 1.7, SHA-384 with 1.8. */
	private static final Map<Integer, String> DIGESTS = Map.of(20, "SHA-1", 32, "SHA-256", 48, "SHA-384", 64, "SHA-512");

	private IdentityFile() {
	}

	/**
	 * Whose card it is.
	 *
	 * @throws IllegalArgumentException   where the file is not of its form
	 * @throws java.time.DateTimeException where a day is none
	 */
	static CardIdentity parse(byte[] file) {
		var values = new TagLengthValues(file);
		return new CardIdentity(values.text(NAME), List.of(values.text(FIRST_NAMES).split("\\s+")),
				Identifier.ssin(values.text(NATIONAL_NUMBER)), values.text(CARD_NUMBER),
				LocalDate.parse(values.text(VALID_FROM), DAY), LocalDate.parse(values.text(VALID_UNTIL), DAY));
	}

	/** Whether it is the photo whose digest is in the file. */
	static boolean names(byte[] file, byte[] photo) {
		var digest = new TagLengthValues(file).bytes(PHOTO_DIGEST);
		return digest.map(known -> DIGESTS.get(known.length)).map(algorithm -> digest(algorithm, photo))
				.filter(found -> MessageDigest.isEqual(found, digest.get())).isPresent();
	}

	private static byte[] digest(String algorithm, byte[] data) {
		try {
			return MessageDigest.getInstance(algorithm).digest(data);
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
