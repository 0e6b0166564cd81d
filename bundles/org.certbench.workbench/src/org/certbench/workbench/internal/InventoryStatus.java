package org.certbench.workbench.internal;

import org.certbench.core.Finding;
import org.certbench.core.Texts;
import org.certbench.ui.Icon;
import org.certbench.ui.Overview;
import org.certbench.ui.Services;
import org.certbench.ui.Snapshot;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

/** How many keystores are known, in the status line. */
public final class InventoryStatus extends WorkbenchWindowControlContribution {

	private static final Texts TEXTS = Texts.of(InventoryStatus.class);
	private static final int MOST = 99_999;

	@Override
	protected Control createControl(Composite parent) {
		var field = new StatusField(parent, "status.inventory", Icon.KEYSTORE, TEXTS.get("status.inventory", MOST));
		Services.find(Overview.class).ifPresent(overview -> overview.showIn(field, snapshot -> show(field, snapshot)));
		return field;
	}

	private static void show(StatusField field, Snapshot snapshot) {
		long toDo = snapshot.findings().stream().filter(Finding::needsAction).count();
		field.show(TEXTS.get("status.inventory", snapshot.certificates().size()), TEXTS.get("status.inventory.tip", toDo));
	}
}
