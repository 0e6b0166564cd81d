package org.certbench.journal;

import java.nio.file.Path;

import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** The journal cannot be written: nothing that depends on it may go on. */
public final class JournalException extends ProblemException {

	private static final long serialVersionUID = 1L;

	public JournalException(Path folder, Throwable cause) {
		super(FailureKind.KEYSTORE, "data-folder", Texts.of(JournalException.class).get("journal.message", folder, cause.getMessage()),
				Texts.of(JournalException.class).get("journal.remedy"), cause);
	}
}
