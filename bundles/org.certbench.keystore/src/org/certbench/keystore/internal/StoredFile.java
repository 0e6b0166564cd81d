package org.certbench.keystore.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.keystore.Inspection.Format;
import org.certbench.keystore.KeystoreException;

/**
 * The bytes of a keystore's file as they were at one moment.
 *
 * @param file  where they were read
 * @param bytes all of them
 */
public record StoredFile(Path file, byte[] bytes) {

	/** In bytes. Keystores have some kilobytes; nothing larger is read into memory. */
	static final int LARGEST = 2_000_000;

	/**
	 * The most keys and certificates in one file: the certificates of all authorities that a system trusts
	 * are fewer, and the work with entries grows faster than their number.
	 */
	private static final int MOST_ENTRIES = 500;

	/** Reads a file that may be a keystore. */
	static StoredFile read(Path file) throws KeystoreException {
		try {
			// a pipe or a device may block for ever, and never end
			if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
				throw new KeystoreException.NotAFile(file);
			}
			return new StoredFile(file, content(file));
		} catch (NoSuchFileException e) {
			throw Files.isDirectory(file.toAbsolutePath().getParent()) ? new KeystoreException.Missing(file)
					: new KeystoreException.NotAccessible(file, e);
		} catch (IOException e) {
			// a link that leads to itself
			if (Files.isSymbolicLink(file) && !Files.exists(file)) {
				throw new KeystoreException.Missing(file);
			}
			throw new KeystoreException.NotAccessible(file, e);
		}
	}

	private static byte[] content(Path file) throws IOException, KeystoreException {
		try (var in = Files.newInputStream(file)) {
			byte[] bytes = in.readNBytes(LARGEST + 1);
			if (bytes.length > LARGEST) {
				throw new KeystoreException.TooLarge(file, Files.size(file));
			}
			return bytes;
		}
	}

	/** @throws KeystoreException.TooManyEntries where nobody has as many */
	static void checkEntries(Path file, int entries) throws KeystoreException {
		if (entries > MOST_ENTRIES) {
			throw new KeystoreException.TooManyEntries(file, entries);
		}
	}

	/** What it holds, decrypted. */
	Contents contents(Secret password, Progress progress) throws KeystoreException, Cancelled {
		var format = format();
		return format == Format.PKCS12 ? Pkcs12Reader.read(this, password.characters(), progress)
				: JavaKeystore.read(this, format, password.characters(), progress);
	}

	/** The format, told by the first bytes: the name says nothing. */
	Format format() throws KeystoreException {
		if (isBlank()) {
			throw new KeystoreException.Damaged(file, null);
		}
		if (isAt(0, 0xfe, 0xed, 0xfe, 0xed)) {
			return Format.JKS;
		}
		if (isAt(0, 0xce, 0xce, 0xce, 0xce)) {
			return Format.JCEKS;
		}
		if (isPkcs12()) {
			return Format.PKCS12;
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

	/** Version 3 as the first thing in a SEQUENCE, whose length may be indefinite (BER). */
	private boolean isPkcs12() {
		int length = bytes.length < 2 ? 0 : bytes[1] & 0xff;
		return isAt(0, 0x30) && isAt(length <= 0x80 ? 2 : 2 + (length & 0x7f), 0x02, 0x01, 0x03);
	}

	/** Whether these bytes stand there, as far as the file goes: one that was cut off is damaged, not another thing. */
	private boolean isAt(int place, int... expected) {
		for (int i = 0; i < expected.length && place + i < bytes.length; i++) {
			if ((bytes[place + i] & 0xff) != expected[i]) {
				return false;
			}
		}
		return true;
	}

	/** Empty, or nothing but zeros: so files are after a crash of the computer. */
	private boolean isBlank() {
		for (byte each : bytes) {
			if (each != 0) {
				return false;
			}
		}
		return true;
	}
}
