package org.certbench.ui;

import java.util.ArrayList;
import java.util.List;

import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.eclipse.e4.ui.workbench.modeling.ESelectionService;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.actions.CompoundContributionItem;

/**
 * The items of a menu that start flows: every installed one, in its group; those that work on a
 * keystore start on the selected one. Named as {@code class} of a {@code dynamic} item.
 */
public final class FlowMenu extends CompoundContributionItem {

	private static final Texts TEXTS = Texts.of(FlowMenu.class);
	/** The group of what belongs to new requests and to renewals: it stands where its order puts it. */
	private static final String BOTH = "both";

	@Override
	protected IContributionItem[] getContributionItems() {
		var starts = Services.find(FlowStarts.class).map(FlowMenu::all).orElse(List.of());
		var items = new ArrayList<IContributionItem>();
		String group = starts.isEmpty() ? "" : starts.getFirst().flow().group();
		for (FlowStart start : starts) {
			if (!start.flow().group().equals(group) && !start.flow().group().equals(BOTH)) {
				items.add(new Separator());
				group = start.flow().group();
			}
			items.add(item(start));
		}
		if (items.isEmpty()) {
			items.add(nothing());
		}
		return items.toArray(IContributionItem[]::new);
	}

	/** The item of a menu that starts a flow. */
	public static IContributionItem item(FlowStart start) {
		var action = new Action(start.flow().name(), icon(start)) {
			@Override
			public void run() {
				start.launch();
			}
		};
		action.setId("org.certbench.flow." + start.flow().id());
		action.setToolTipText(start.flow().description());
		return new ActionContributionItem(action);
	}

	/** The icon of a flow: its own, else one for all. */
	public static ImageDescriptor icon(FlowStart start) {
		var own = start.flow().icon();
		return own == null ? Icon.FLOW.descriptor() : ImageDescriptor.createFromURL(own);
	}

	private static List<FlowStart> all(FlowStarts flows) {
		List<FlowStart> fitting = selected().stream().findFirst().map(flows::on).orElse(List.of());
		return flows.all().stream().map(start -> fitting.stream()
				.filter(other -> other.flow().id().equals(start.flow().id())).findFirst().orElse(start)).toList();
	}

	private static List<CertificateLife> selected() {
		var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		return window == null ? List.of()
				: CertificateSelection.in(window.getService(ESelectionService.class).getSelection()).orElse(List.of());
	}

	private static IContributionItem nothing() {
		var action = new Action(TEXTS.get("menu.none")) {
			// it only tells that there is none
		};
		action.setEnabled(false);
		return new ActionContributionItem(action);
	}
}
