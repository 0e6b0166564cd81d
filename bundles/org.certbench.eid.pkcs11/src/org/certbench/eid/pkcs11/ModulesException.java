package org.certbench.eid.pkcs11;

import java.io.IOException;
import java.nio.file.Path;

import org.certbench.core.DiskFault;
import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** The list of the chosen modules cannot be kept: what was chosen before is still so. */
public final class ModulesException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(ModulesException.class);

	/** @param file of the list, which could not be written */
	public ModulesException(Path file, IOException cause) {
		super(FailureKind.CARD, DiskFault.of(file, cause), TEXTS, "modules", file, cause);
	}
}
