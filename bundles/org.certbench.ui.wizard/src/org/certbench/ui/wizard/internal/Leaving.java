package org.certbench.ui.wizard.internal;

import org.certbench.core.Texts;
import org.certbench.flow.FlowRun;
import org.certbench.flow.StepKind;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
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
		return this == FREE || new Question(shell, TEXTS.get("leave." + name())).open() == 0;
	}

	/** The question, with stable names for its buttons. */
	private static final class Question extends MessageDialog {

		Question(Shell shell, String message) {
			super(shell, TEXTS.get("leave.title"), null, message, QUESTION, 1, TEXTS.get("leave.leave"),
					TEXTS.get("leave.stay"));
		}

		@Override
		protected Control createMessageArea(Composite parent) {
			var area = super.createMessageArea(parent);
			WidgetIds.set(messageLabel, "leave.message");
			return area;
		}

		@Override
		protected Button createButton(Composite parent, int id, String label, boolean defaultButton) {
			return WidgetIds.set(super.createButton(parent, id, label, defaultButton),
					id == IDialogConstants.OK_ID ? "leave.leave" : "leave.stay");
		}
	}
}
