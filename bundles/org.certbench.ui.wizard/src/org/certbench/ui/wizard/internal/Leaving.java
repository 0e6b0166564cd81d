package org.certbench.ui.wizard.internal;

import org.certbench.core.Texts;
import org.certbench.flow.FlowRun;
import org.certbench.flow.StepKind;
import org.certbench.ui.Question;
import org.certbench.ui.Question.Answer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/** What leaving the wizard in the middle means: what stays, and how one goes on later. */
enum Leaving {

	/** Nothing was answered yet, or everything is done. */
	FREE,
	/** Only answers are lost. */
	NOTHING_MADE,
	/** Something was made, and stays. */
	REQUEST_STAYS,
	/** Something is being done at this moment. */
	BUSY;

	private static final Texts TEXTS = Texts.of(Leaving.class);

	static Leaving of(FlowRun run, boolean busy) {
		if (busy) {
			return BUSY;
		}
		if (run.position() == 0 || run.isDone() || run.current().kind().equals(StepKind.RESULT)) {
			return FREE;
		}
		return run.session().request().isPresent() ? REQUEST_STAYS : NOTHING_MADE;
	}

	/** Asks whether to leave, where there is something to ask. UI thread. */
	boolean isAgreed(Shell shell) {
		return this == FREE || new Question(shell, MessageDialog.QUESTION, "leave", TEXTS.get("leave.title"),
				TEXTS.get("leave." + name()), new Answer("leave", TEXTS.get("leave.leave")),
				new Answer("stay", TEXTS.get("leave.stay"))).isAnsweredYes();
	}
}
