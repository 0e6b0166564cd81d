package org.certbench.ui.pkcs11.internal;

import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.eid.pkcs11.Pkcs11Modules;
import org.certbench.ui.ProblemDialog;
import org.certbench.ui.Services;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;

/** The preferences' page of the PKCS#11 modules that are used beside the official one. */
public final class ModulesPage extends PreferencePage implements IWorkbenchPreferencePage {

	private ModulesForm form;

	@Override
	public void init(IWorkbench workbench) {
		setDescription(Texts.of(ModulesPage.class).get("page.description"));
		noDefaultAndApplyButton();
	}

	@Override
	protected Control createContents(Composite parent) {
		form = new ModulesForm(parent, Services.find(Pkcs11Modules.class).orElseThrow());
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
}
