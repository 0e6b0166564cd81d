package org.certbench.cli.internal.command;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.internal.document.DiagnosisDocument;
import org.certbench.core.ProblemException;
import org.certbench.doctor.DiagnosisText;
import org.certbench.doctor.Doctor;

/** {@code doctor}: what this computer has and lacks, in the order in which one depends on the other; exit code 1 for a lack (M34). */
public final class DoctorCommand implements CliCommand {

	@Override
	public int run(CliContext context) throws ProblemException {
		var diagnosis = context.service(Doctor.class).examine(context.environment(), context.progress(), part -> {
			// All is told in one go at the end.
		});
		context.output().answer(DiagnosisDocument.of(diagnosis), DiagnosisText.lines(diagnosis));
		return diagnosis.isWell() ? DONE : NEEDS_ACTION;
	}
}
