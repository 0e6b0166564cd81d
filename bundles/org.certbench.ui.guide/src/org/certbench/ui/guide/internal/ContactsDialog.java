package org.certbench.ui.guide.internal;

import java.util.List;

import org.certbench.core.Texts;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

/** All whom a person can ask (M33). UI thread. */
final class ContactsDialog extends Dialog {

	private static final Texts TEXTS = Texts.of(ContactsDialog.class);
	private static final int WIDTH = 460;

	private final List<String> contacts;

	ContactsDialog(Shell parent, List<String> contacts) {
		super(parent);
		this.contacts = contacts;
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(TEXTS.get("page.contact"));
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		var area = WidgetIds.set(new Composite(parent, SWT.NONE), "contacts");
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(area);
		GridLayoutFactory.fillDefaults().margins(18, 16).spacing(0, 10).applyTo(area);
		var title = new Label(area, SWT.WRAP);
		title.setText(TEXTS.get("page.contact"));
		title.setFont(JFaceResources.getBannerFont());
		ContactLines.add(area, "contacts.line", contacts);
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		WidgetIds.set(createButton(parent, IDialogConstants.OK_ID, TEXTS.get("contacts.close"), true), "contacts.close");
	}
}
