package org.certbench.keystore;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.certbench.core.DiskFault;
import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** What goes wrong with keystores: a type for each kind. */
public abstract sealed class KeystoreException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(KeystoreException.class);

	private KeystoreException(String problem, String text, Path file, Throwable cause, Object... more) {
		this(FailureKind.KEYSTORE, problem, text, file, cause, more);
	}

	private KeystoreException(FailureKind kind, String problem, String text, Path file, Throwable cause, Object... more) {
		super(kind, problem, TEXTS, text, cause, Stream.concat(Stream.of(file.getFileName()), Stream.of(more)).toArray());
	}

	private KeystoreException(DiskFault fault, String text, Path file, IOException cause) {
		super(FailureKind.KEYSTORE, fault, TEXTS, text, file.getFileName(), cause);
	}

	/** The password does not open it. */
	public static final class WrongPassword extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public WrongPassword(Path file, Throwable cause) {
			super("password-lost", "wrongPassword", file, cause);
		}
	}

	/** It was a keystore, but its bytes are broken. */
	public static final class Damaged extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public Damaged(Path file, Throwable cause) {
			super("keystore-unreadable", "damaged", file, cause);
		}
	}

	/** It uses an algorithm or a form that cannot be read here. */
	public static final class Unsupported extends KeystoreException {
		private static final long serialVersionUID = 1L;

		/** @param what the algorithm or form, in the field's own word */
		public Unsupported(Path file, String what, Throwable cause) {
			super("keystore-unreadable", "unsupported", file, cause, what);
		}
	}

	/** Its iteration counts are so high that opening it would take minutes. */
	public static final class TooExpensive extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public TooExpensive(Path file, BigInteger iterations) {
			super("keystore-unreadable", "tooExpensive", file, null, iterations);
		}
	}

	/** It is larger than any keystore; it was not read. */
	public static final class TooLarge extends KeystoreException {
		private static final long serialVersionUID = 1L;

		/** @param size in bytes */
		public TooLarge(Path file, long size) {
			super("keystore-unreadable", "tooLarge", file, null, size);
		}
	}

	/** It holds so much that working with it would take for ever. */
	public static final class TooManyEntries extends KeystoreException {
		private static final long serialVersionUID = 1L;

		/** @param entries keys and certificates, as many as the file says or as were counted */
		public TooManyEntries(Path file, int entries) {
			super("keystore-unreadable", "tooManyEntries", file, null, entries);
		}
	}

	/** It is a folder, a pipe or a device; it was not read. */
	public static final class NotAFile extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public NotAFile(Path file) {
			super("keystore-unreadable", "notAFile", file, null);
		}
	}

	/** It is no keystore at all. */
	public static final class NotAKeystore extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public NotAKeystore(Path file) {
			super("keystore-unreadable", "notAKeystore", file, null);
		}
	}

	/** The file is not there. */
	public static final class Missing extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public Missing(Path file) {
			super("keystore-lost", "missing", file, null);
		}
	}

	/** It opens, but is no eHealth keystore: there is no entry {@code authentication}. */
	public static final class NoAuthenticationEntry extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public NoAuthenticationEntry(Path file) {
			super("keystore-unreadable", "noAuthenticationEntry", file, null);
		}
	}

	/** A certificate is for another key than the one it should be for. */
	public static final class OtherKey extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public OtherKey(Path file) {
			super("keystore-unreadable", "otherKey", file, null);
		}
	}

	/** Another program changed the file since it was opened; nothing was written. */
	public static final class ChangedMeanwhile extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public ChangedMeanwhile(Path file) {
			super("keystore-changed", "changedMeanwhile", file, null);
		}
	}

	/** Another window or command of this program works on it; what was asked for can be done afterwards. */
	public static final class InUse extends KeystoreException {
		private static final long serialVersionUID = 1L;

		/** @param holder who works on it, in the user's language */
		public InUse(Path file, String holder) {
			super(FailureKind.NOT_YET, "keystore-in-use", "inUse", file, null, holder);
		}
	}

	/** It could not be read. */
	public static final class NotAccessible extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public NotAccessible(Path file, IOException cause) {
			super(DiskFault.of(file, cause), "notAccessible", file, cause);
		}
	}

	/** It could not be written: the old file is as it was. Saving may be tried again. */
	public static final class NotSaved extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public NotSaved(Path file, IOException cause) {
			this(file, DiskFault.of(file, cause), cause);
		}

		private NotSaved(Path file, DiskFault fault, IOException cause) {
			super(fault, "notSaved", file, cause);
		}

		/** What was written reads back as something else. */
		public static NotSaved readsBackDifferently(Path file, Exception cause) {
			return new NotSaved(file, DiskFault.BROKEN, new IOException("reads back as something else", cause));
		}
	}

	/** What is in it now could not be kept beside it, so that it was not changed. */
	public static final class BackupImpossible extends KeystoreException {
		private static final long serialVersionUID = 1L;

		public BackupImpossible(Path file, IOException cause) {
			super(DiskFault.of(file, cause), "backupImpossible", file, cause);
		}
	}

	/** It was saved, and another program, such as one that synchronises a folder, put it elsewhere. */
	public static final class MovedAway extends KeystoreException {
		private static final long serialVersionUID = 1L;

		private final transient Path now;

		/** @param now where that is which was saved */
		public MovedAway(Path file, Path now) {
			super("folder-synchronised", "movedAway", file, null, now.getFileName());
			this.now = now;
		}

		/** Where that is which was saved. */
		public Path now() {
			return now;
		}
	}
}
