package org.certbench.flow.password.internal;

import java.nio.file.Path;

import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.keystore.Inspection.Format;

/** The keystore is of a format whose password is not changed here. */
final class NotPkcs12 extends ProblemException {

	private static final long serialVersionUID = 1L;

	NotPkcs12(Path file, Format format) {
		super(FailureKind.KEYSTORE, "keystore-unreadable", Texts.of(NotPkcs12.class), "notPkcs12", null, file.getFileName(),
				format);
	}
}
