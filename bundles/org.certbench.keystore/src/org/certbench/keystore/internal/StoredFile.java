package org.certbench.keystore.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.certbench.keystore.Inspection.Format;
import org.certbench.keystore.KeystoreException;

/**
 * The bytes of a keystore's file as they were at one moment.
 *
 * @param file  where they were read
 * @param bytes all of them
 */
public record StoredFile(Path file, byte[] bytes) {

	/** Keystores have some kilobytes; nothing larger is read into memory. */
	private static final long LARGEST = 10_000_000;

	/** Version 3, the only one of PKCS#12, as the first thing in the outer SEQUENCE. */
	private static final byte[] VERSION_3 = { 0x02, 0x01, 0x03 };

	/** Reads a file that may be a keystore. */
	static StoredFile read(Path file) throws KeystoreException {
		try {
			if (Files.isDirectory(file) || Files.size(file) > LARGEST) {
				throw new KeystoreException.NotAKeystore(file);
			}
			return new StoredFile(file, Files.readAllBytes(file));
		} catch (NoSuchFileException e) {
			throw Files.isDirectory(file.toAbsolutePath().getParent()) ? new KeystoreException.Missing(file)
					: new KeystoreException.NotAccessible(file, e);
		} catch (IOException e) {
			throw new KeystoreException.NotAccessible(file, e);
		}
	}

	/** The format, told by the first bytes: the name says nothing. */
	Format format() throws KeystoreException {
		if (startsWith(0xfe, 0xed, 0xfe, 0xed)) {
			return Format.JKS;
		}
		if (startsWith(0xce, 0xce, 0xce, 0xce)) {
			return Format.JCEKS;
		}
		if (isPkcs12()) {
			return Format.PKCS12;
		}
		if (bytes.length == 0) {
			throw new KeystoreException.Damaged(file, null);
		}
		throw new KeystoreException.NotAKeystore(file);
	}

	/** Whether a file holds these bytes now. */
	boolean isIn(Path place) {
		try {
			return Arrays.equals(bytes, Files.readAllBytes(place));
		} catch (IOException notThere) {
			return false;
		}
	}

	/** The identity of the content: equal for equal bytes only. */
	String fingerprint() {
		return fingerprint(bytes);
	}

	static String fingerprint(byte[] bytes) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}

	/** Where the bytes look like the beginning of PKCS#12: a damaged one still does. */
	private boolean isPkcs12() {
		return startsWith(0x30) && afterLength().filter(at -> at + VERSION_3.length <= bytes.length
				&& Arrays.equals(bytes, at, at + VERSION_3.length, VERSION_3, 0, VERSION_3.length)).isPresent();
	}

	/** Where the content of the outer SEQUENCE begins, whose length may be indefinite (BER). */
	private Optional<Integer> afterLength() {
		if (bytes.length < 2) {
			return Optional.empty();
		}
		int length = bytes[1] & 0xff;
		return Optional.of(length <= 0x80 ? 2 : 2 + (length & 0x7f));
	}

	private boolean startsWith(int... first) {
		if (bytes.length < first.length) {
			return false;
		}
		for (int i = 0; i < first.length; i++) {
			if ((bytes[i] & 0xff) != first[i]) {
				return false;
			}
		}
		return true;
	}
}
