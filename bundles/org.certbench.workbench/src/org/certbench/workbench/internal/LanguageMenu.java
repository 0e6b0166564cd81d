package org.certbench.workbench.internal;

import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.actions.CompoundContributionItem;

/** The items that change the language. */
public final class LanguageMenu extends CompoundContributionItem {

	@Override
	protected IContributionItem[] getContributionItems() {
		return LanguageChoice.actions().stream().map(ActionContributionItem::new).toArray(IContributionItem[]::new);
	}
}
