package org.certbench.ui.explorer.internal;

import org.certbench.inventory.Inventory;
import org.certbench.ui.Overview;
import org.certbench.ui.Services;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Asks for one more folder to look for keystores in. */
public final class AddFolderHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		var inventory = Services.find(Inventory.class).orElseThrow();
		var overview = Services.find(Overview.class).orElseThrow();
		Folders.add(HandlerUtil.getActiveShell(event), inventory, overview);
		return null;
	}
}
