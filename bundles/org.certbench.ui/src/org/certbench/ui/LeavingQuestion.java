package org.certbench.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/**
 * Asks whether to leave where something would be interrupted; staying is what the Enter key and the escape key
 * mean. UI thread.
 */
public final class LeavingQuestion extends MessageDialog {

	private final String id;

	/**
	 * @param id      of its controls: {@code <id>.message}, {@code <id>.leave}, {@code <id>.stay}
	 * @param message what is interrupted, and what stays
	 * @param leave   the button that leaves
	 * @param stay    the one that does not
	 */
	public LeavingQuestion(Shell shell, String id, String title, String message, String leave, String stay) {
		super(shell, title, null, message, QUESTION, 1, leave, stay);
		this.id = id;
	}

	/** Asks, and waits for the answer. */
	public boolean isAgreed() {
		return open() == 0;
	}

	@Override
	protected Control createMessageArea(Composite parent) {
		var area = super.createMessageArea(parent);
		WidgetIds.set(messageLabel, id + ".message");
		return area;
	}

	@Override
	protected Button createButton(Composite parent, int number, String label, boolean defaultButton) {
		return WidgetIds.set(super.createButton(parent, number, label, defaultButton),
				id + (number == IDialogConstants.OK_ID ? ".leave" : ".stay"));
	}
}
