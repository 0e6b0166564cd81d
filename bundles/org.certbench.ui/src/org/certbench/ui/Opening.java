package org.certbench.ui;

import java.nio.file.Path;

import org.certbench.core.Texts;
import org.certbench.ui.Question.Answer;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Shell;

/**
 * Opens folders and addresses with the programs of this computer. Where none does, a dialog tells what was
 * to be opened, and copies it: a button that does nothing helps nobody. UI thread.
 */
public final class Opening {

	private static final Texts TEXTS = Texts.of(Opening.class);

	private Opening() {
	}

	/** Shows the folder that a file is in (M11). */
	public static void folderOf(Path file, Shell shell) {
		open(file.toAbsolutePath().getParent().toString(), "opening.folder", shell);
	}

	/** Begins a mail, where the address begins with {@code mailto:}; else shows a page of the web. */
	public static void address(String address, Shell shell) {
		open(address, address.startsWith("mailto:") ? "opening.mail" : "opening.page", shell);
	}

	private static void open(String what, String text, Shell shell) {
		if (!Program.launch(what)) {
			var words = what.replaceFirst("^mailto:", "");
			var question = new Question(shell, MessageDialog.INFORMATION, "opening", TEXTS.get("opening.title"),
					TEXTS.get(text, words), new Answer("copy", TEXTS.get("opening.copy")),
					new Answer("close", TEXTS.get("problem.close")));
			if (question.isAnsweredYes()) {
				ClipboardText.put(words, shell.getDisplay());
			}
		}
	}
}
