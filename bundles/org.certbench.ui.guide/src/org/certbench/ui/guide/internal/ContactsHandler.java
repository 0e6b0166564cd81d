package org.certbench.ui.guide.internal;

import org.certbench.guide.Contacts;
import org.certbench.ui.Services;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.handlers.HandlerUtil;

/** Shows whom a person can ask, from the menu of help. */
public final class ContactsHandler extends AbstractHandler {

	@Override
	public Object execute(ExecutionEvent event) {
		Services.find(Contacts.class)
				.ifPresent(contacts -> new ContactsDialog(HandlerUtil.getActiveShell(event), contacts.all()).open());
		return null;
	}
}
