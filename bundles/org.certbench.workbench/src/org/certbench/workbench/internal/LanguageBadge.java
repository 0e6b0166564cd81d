package org.certbench.workbench.internal;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

/** Shows the language; a press changes it. */
public final class LanguageBadge extends WorkbenchWindowControlContribution {

	@Override
	protected Control createControl(Composite parent) {
		var badge = new Badge(parent, "workbench.language", LanguageChoice::actions);
		var language = LanguageChoice.present();
		badge.show(null, language.getLanguage() + " ▾", LanguageChoice.name(language));
		return badge.control();
	}
}
