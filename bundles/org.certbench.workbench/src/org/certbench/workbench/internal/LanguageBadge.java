package org.certbench.workbench.internal;

import java.util.List;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

/** Shows the language; a press changes it. */
public final class LanguageBadge extends WorkbenchWindowControlContribution {

	@Override
	protected Control createControl(Composite parent) {
		var language = LanguageChoice.present();
		var word = language.getLanguage() + " ▾";
		var badge = new Badge(parent, "workbench.language", LanguageChoice::actions, List.of(word));
		badge.show(null, word, LanguageChoice.name(language));
		return badge.control();
	}
}
