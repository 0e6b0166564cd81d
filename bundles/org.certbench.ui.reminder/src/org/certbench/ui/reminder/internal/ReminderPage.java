package org.certbench.ui.reminder.internal;

import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.reminder.ReminderSetup;
import org.certbench.reminder.Reminders;
import org.certbench.ui.ProblemDialog;
import org.certbench.ui.Services;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The preferences' page of the reminders: when, and whom by mail (M20). */
public final class ReminderPage extends PreferencePage implements IWorkbenchPreferencePage {

	private static final Texts TEXTS = Texts.of(ReminderPage.class);

	private ReminderForm form;

	@Override
	public void init(IWorkbench workbench) {
		setDescription(TEXTS.get("page.description"));
		noDefaultAndApplyButton();
	}

	@Override
	protected Control createContents(Composite parent) {
		form = new ReminderForm(parent, Services.find(ReminderSetup.class).orElseThrow(),
				Services.find(Reminders.class).orElseThrow(), this::showFault);
		form.fill();
		return form;
	}

	@Override
	public boolean performOk() {
		try {
			form.keep();
			return true;
		} catch (ProblemException e) {
			ProblemDialog.open(getShell(), e);
			return false;
		}
	}

	private void showFault(String fault) {
		setErrorMessage(fault.isEmpty() ? null : fault);
		setValid(fault.isEmpty());
	}
}
