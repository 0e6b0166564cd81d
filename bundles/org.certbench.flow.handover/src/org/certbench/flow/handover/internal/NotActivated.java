package org.certbench.flow.handover.internal;

import java.nio.file.Path;

import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** The renewed keystore is not in use yet: software that gets it now could not be reached. */
final class NotActivated extends ProblemException {

	private static final long serialVersionUID = 1L;

	NotActivated(Path file) {
		super(FailureKind.KEYSTORE, "phase-3-pending", Texts.of(NotActivated.class), "notActivated", null, file.getFileName());
	}
}
