package org.certbench.ui.explorer.internal;

import org.certbench.ui.Overview;
import org.certbench.ui.Services;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Looks for keystores again. */
public final class RefreshHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		Services.find(Overview.class).ifPresent(Overview::refresh);
		return null;
	}
}
