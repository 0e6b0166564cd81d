package org.certbench.ui;

import java.nio.file.Path;

import org.certbench.core.Texts;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.program.Program;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
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
			if (new NotOpened(shell, TEXTS.get(text, words)).open() == IDialogConstants.OK_ID) {
				ClipboardText.put(words, shell.getDisplay());
			}
		}
	}

	/** Tells what could not be opened. */
	private static final class NotOpened extends MessageDialog {

		NotOpened(Shell shell, String message) {
			super(shell, TEXTS.get("opening.title"), null, message, INFORMATION, 1, TEXTS.get("opening.copy"),
					TEXTS.get("problem.close"));
		}

		@Override
		protected Control createMessageArea(Composite parent) {
			var area = super.createMessageArea(parent);
			WidgetIds.set(messageLabel, "opening.message");
			return area;
		}

		@Override
		protected Button createButton(Composite parent, int id, String label, boolean defaultButton) {
			return WidgetIds.set(super.createButton(parent, id, label, defaultButton),
					id == IDialogConstants.OK_ID ? "opening.copy" : "opening.close");
		}
	}
}
