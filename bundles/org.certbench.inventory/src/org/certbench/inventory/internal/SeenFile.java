package org.certbench.inventory.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.certbench.keystore.Inspection;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.Keystores;

/**
 * What the index keeps of a file that was looked at. A file that is gone has neither an inspection
 * nor a reason why it could not be read.
 *
 * @param stamp      tells whether it changed since
 * @param digest     SHA-256 of its content, by which a copy is known; empty where it was not read
 * @param inspection what it shows, or null
 * @param unreadable why it could not be read, or empty
 */
record SeenFile(Stamp stamp, String digest, Inspection inspection, String unreadable) {

	/**
	 * Size and times of a file.
	 *
	 * @param size     in bytes
	 * @param modified when its content changed last
	 * @param changed  when its rights changed last, where the system tells, else as {@code modified};
	 *                 both in milliseconds since 1970
	 */
	record Stamp(long size, long modified, long changed) {

		static Stamp of(Path file, BasicFileAttributes attributes) throws IOException {
			long modified = attributes.lastModifiedTime().toMillis();
			long changed = file.getFileSystem().supportedFileAttributeViews().contains("unix")
					? ((FileTime) Files.getAttribute(file, "unix:ctime")).toMillis()
					: modified;
			return new Stamp(attributes.size(), modified, changed);
		}
	}

	/** Looks at a file. */
	static SeenFile inspect(Path file, Stamp stamp, Keystores keystores) {
		try {
			// first, as it reads nothing that is too large for a keystore
			var inspection = keystores.inspect(file);
			return new SeenFile(stamp, digest(file), inspection, "");
		} catch (KeystoreException e) {
			return new SeenFile(stamp, "", null, e.getMessage());
		} catch (IOException e) {
			return new SeenFile(stamp, "", null, new KeystoreException.NotAccessible(file, e).getMessage());
		}
	}

	/** The same file, gone. */
	SeenFile gone() {
		return new SeenFile(stamp, digest, null, "");
	}

	/** Whether the file was not there any more. */
	boolean isGone() {
		return inspection == null && unreadable.isEmpty();
	}

	/**
	 * Whether it need not be looked at again. What could not be read, or cannot be opened, is tried again
	 * each time: rights may have changed, and the reason is said in the language of the day.
	 */
	boolean isStill(Stamp now) {
		return inspection != null && inspection.obstacle().isEmpty() && stamp.equals(now);
	}

	/** SHA-256 of a file's content. */
	static String digest(Path file) throws IOException {
		try {
			var content = Files.readAllBytes(file);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java has SHA-256", e);
		}
	}
}
