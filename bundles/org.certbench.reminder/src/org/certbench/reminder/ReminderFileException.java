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

	private ReminderFileException(String problem, String key, Exception cause, Object... arguments) {
		super(FailureKind.KEYSTORE, problem, TEXTS.get(key, arguments), TEXTS.get(key + ".remedy", arguments), cause);
	}

	/** The settings are there, and cannot be understood. */
	public static ReminderFileException notUnderstood(Path file, Exception cause) {
		return new ReminderFileException("reminder-settings", "notUnderstood", cause, file, cause.getMessage());
	}

	/** The disk does not let it be read or written. */
	public static ReminderFileException notKept(Path file, IOException cause) {
		var fault = DiskFault.of(file, cause);
		return new ReminderFileException(fault.problem(), "notKept", cause, file, fault.words(), fault.remedy());
	}
}
