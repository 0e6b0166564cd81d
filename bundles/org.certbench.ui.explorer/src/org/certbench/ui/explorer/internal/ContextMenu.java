package org.certbench.ui.explorer.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.ui.ClipboardText;
import org.certbench.ui.FlowMenu;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Icon;
import org.certbench.ui.Opening;
import org.certbench.ui.Overview;
import org.certbench.ui.ProblemGuide;
import org.certbench.ui.Services;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.IWorkbenchActionConstants;

/** The menu on a row of the explorer: the flows that fit it first, what is due at the top. */
final class ContextMenu {

	private static final Texts TEXTS = Texts.of(ContextMenu.class);

	private final Control control;
	private final FlowStarts flows;
	private final Overview overview;
	private final Supplier<List<CertificateLife>> selected;

	ContextMenu(Control control, FlowStarts flows, Overview overview, Supplier<List<CertificateLife>> selected) {
		this.control = control;
		this.flows = flows;
		this.overview = overview;
		this.selected = selected;
		var manager = new MenuManager();
		manager.setRemoveAllWhenShown(true);
		manager.addMenuListener(this::fill);
		control.setMenu(manager.createContextMenu(control));
		control.addDisposeListener(disposed -> manager.dispose());
	}

	private void fill(IMenuManager menu) {
		var certificates = selected.get();
		if (certificates.size() == 1) {
			fill(menu, certificates.getFirst());
		}
		if (!certificates.isEmpty()) {
			menu.add(action("menu.copy", Optional.empty(), () -> copy(certificates)));
		}
		menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
		menu.add(action("menu.refresh", Optional.of(Icon.REFRESH), overview::refresh));
	}

	private void fill(IMenuManager menu, CertificateLife certificate) {
		flows.on(certificate).forEach(start -> menu.add(FlowMenu.item(start)));
		menu.add(new Separator());
		overview.snapshot().findingsFor(certificate).stream().findFirst().ifPresent(worst -> Services.find(ProblemGuide.class)
				.ifPresent(guide -> menu.add(action("menu.guide", Optional.of(Icon.GUIDE), () -> guide.show(worst.problem())))));
		menu.add(action("menu.folder", Optional.of(Icon.FOLDER), () -> Opening.folderOf(certificate.file(), control.getShell())));
	}

	private void copy(List<CertificateLife> certificates) {
		ClipboardText.put(String.join(System.lineSeparator(),
				certificates.stream().map(certificate -> certificate.file().toString()).toList()), control.getDisplay());
	}

	private static Action action(String key, Optional<Icon> icon, Runnable run) {
		var action = new Action(TEXTS.get(key), icon.map(Icon::descriptor).orElse(null)) {
			@Override
			public void run() {
				run.run();
			}
		};
		action.setId("org.certbench.ui.explorer." + key);
		return action;
	}
}
