package org.certbench.ui;

import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;

/**
 * Tells a {@link ProblemException} that belongs to no place on the screen: what happened, what to
 * do, and the button that opens the guide's page.
 */
public final class ProblemDialog {

	private static final Texts TEXTS = Texts.of(ProblemDialog.class);

	private ProblemDialog() {
	}

	/** Shows the dialog and waits for an answer. UI thread. */
	public static void open(Shell shell, ProblemException problem) {
		var guide = Services.find(ProblemGuide.class);
		String close = TEXTS.get("problem.close");
		String[] buttons = guide.isPresent() ? new String[] { close, TEXTS.get("problem.guide") } : new String[] { close };
		int answer = new MessageDialog(shell, TEXTS.get("problem.title"), null,
				problem.getMessage() + "\n\n" + problem.remedy(), MessageDialog.ERROR, 0, buttons).open();
		if (answer == 1) {
			guide.ifPresent(opener -> opener.show(problem.problem()));
		}
	}
}
