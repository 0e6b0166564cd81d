package org.certbench.workbench.internal;

import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;
import org.eclipse.ui.menus.CommandContributionItem;
import org.eclipse.ui.menus.CommandContributionItemParameter;
import org.eclipse.ui.views.IViewDescriptor;

/** The items that show the installed views. */
public final class ViewMenu extends CompoundContributionItem {

	@Override
	protected IContributionItem[] getContributionItems() {
		var views = PlatformUI.getWorkbench().getViewRegistry();
		return Stream.of(CertificatesPerspective.EXPLORER, CertificatesPerspective.TIMELINE, CertificatesPerspective.GUIDE,
				CertificatesPerspective.PROGRESS, CertificatesPerspective.LOG).filter(CertificatesPerspective::isInstalled)
				.map(views::find).map(ViewMenu::item).toArray(IContributionItem[]::new);
	}

	private static IContributionItem item(IViewDescriptor view) {
		var parameter = new CommandContributionItemParameter(PlatformUI.getWorkbench(), view.getId(),
				IWorkbenchCommandConstants.VIEWS_SHOW_VIEW, SWT.PUSH);
		parameter.parameters = Map.of(IWorkbenchCommandConstants.VIEWS_SHOW_VIEW_PARM_ID, view.getId());
		parameter.label = view.getLabel();
		parameter.icon = view.getImageDescriptor();
		return new CommandContributionItem(parameter);
	}
}
