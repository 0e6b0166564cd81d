package org.certbench.ui.wizard.internal;

import org.certbench.core.Texts;
import org.certbench.eid.PinRequest;
import org.certbench.ui.Icon;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/**
 * Tells to enter the PIN on the keys of the reader, for as long as the reader asks: what is signed is
 * said as with any PIN (M06), but there is no field. UI thread.
 */
final class PadDialog extends PinDialog {

	private static final Texts TEXTS = Texts.of(PadDialog.class);

	PadDialog(Shell parent, PinRequest request) {
		super(parent, request);
		setBlockOnOpen(false);
	}

	@Override
	protected void addField(Composite area) {
		line(area, Icon.INFORMATION.image(), "pin.pad", TEXTS.get("pin.pad"));
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		// The reader has the keys: to confirm, and to cancel.
	}
}
