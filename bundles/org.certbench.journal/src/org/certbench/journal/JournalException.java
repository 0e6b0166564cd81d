package org.certbench.journal;

import java.io.IOException;
import java.nio.file.Path;

import org.certbench.core.DiskFault;
import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** The journal cannot be written: nothing that depends on it may go on. */
public final class JournalException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(JournalException.class);

	/** @param file of the journal, which could not be written */
	public JournalException(Path file, IOException cause) {
		super(FailureKind.KEYSTORE, DiskFault.of(file, cause), TEXTS, "journal", file.getParent(), cause);
	}
}
