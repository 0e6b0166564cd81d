package org.certbench.export;

import java.io.IOException;
import java.nio.file.Path;

import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** The file of an export could not be written; one that was there before is as it was. */
public final class ExportNotWritten extends ProblemException {

	private static final long serialVersionUID = 1L;

	public ExportNotWritten(Path file, IOException cause) {
		super(FailureKind.KEYSTORE, "export-not-written", Texts.of(ExportNotWritten.class), "export.notWritten", cause, file);
	}
}
