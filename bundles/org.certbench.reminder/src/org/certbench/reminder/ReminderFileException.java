package org.certbench.reminder;

import java.io.IOException;
import java.nio.file.Path;

import org.certbench.core.DiskFault;
import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** A file of the reminders cannot be used: nobody is reminded until it is put right. */
public final class ReminderFileException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(ReminderFileException.class);

	private ReminderFileException(Path file, Exception cause) {
		super(FailureKind.KEYSTORE, "reminder-settings", TEXTS, "notUnderstood", cause, file, cause.getMessage());
	}

	private ReminderFileException(DiskFault fault, Path file, IOException cause) {
		super(FailureKind.KEYSTORE, fault, TEXTS, "notKept", file, cause);
	}

	/** The settings are there, and cannot be understood. */
	public static ReminderFileException notUnderstood(Path file, Exception cause) {
		return new ReminderFileException(file, cause);
	}

	/** The disk does not let it be read or written. */
	public static ReminderFileException notKept(Path file, IOException cause) {
		return new ReminderFileException(DiskFault.of(file, cause), file, cause);
	}
}
