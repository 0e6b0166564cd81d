package org.certbench.workbench.internal;

import org.certbench.ui.CurrentEnvironment;
import org.certbench.ui.Services;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.ui.actions.CompoundContributionItem;

/** The items that change the environment. */
public final class EnvironmentMenu extends CompoundContributionItem {

	@Override
	protected IContributionItem[] getContributionItems() {
		return Services.find(CurrentEnvironment.class).stream().flatMap(current -> EnvironmentChoice.actions(current).stream())
				.map(ActionContributionItem::new).toArray(IContributionItem[]::new);
	}
}
