package org.certbench.ui;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Shell;

/** A dialog with a message and two answers, all three with ids (W08). UI thread. */
public final class Question extends MessageDialog {

	private final String place;
	private final Answer yes;
	private final Answer no;

	/**
	 * A button.
	 *
	 * @param id    of what it does, after the place: {@code stay}
	 * @param label in the user's language
	 */
	public record Answer(String id, String label) {
	}

	/**
	 * @param kind  one of {@link MessageDialog}'s, which chooses the picture
	 * @param place first half of the ids, such as {@code leave} of {@code leave.message} and {@code leave.stay}
	 * @param yes   the button on the left
	 * @param no    the other one, which is chosen already, and which closing the dialog means
	 */
	public Question(Shell shell, int kind, String place, String title, String message, Answer yes, Answer no) {
		super(shell, title, null, message, kind, 1, yes.label(), no.label());
		this.place = place;
		this.yes = yes;
		this.no = no;
	}

	/** Shows it, and waits for the answer. */
	public boolean isAnsweredYes() {
		return open() == IDialogConstants.OK_ID;
	}

	@Override
	protected Control createMessageArea(Composite parent) {
		var area = super.createMessageArea(parent);
		WidgetIds.set(messageLabel, place + ".message");
		return area;
	}

	@Override
	protected Button createButton(Composite parent, int id, String label, boolean defaultButton) {
		return WidgetIds.set(super.createButton(parent, id, label, defaultButton),
				place + "." + (id == IDialogConstants.OK_ID ? yes : no).id());
	}
}
