package org.certbench.ui.wizard.internal;

import org.certbench.core.Texts;
import org.certbench.eid.PinEntry.Elsewhere;
import org.certbench.eid.PinRequest;
import org.certbench.ui.Icon;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;

/**
 * Tells where to enter the PIN, for as long as it is asked for there: what is signed is said as with
 * any PIN (M06), but there is no field. UI thread.
 */
final class ElsewhereDialog extends PinDialog {

	private static final Texts TEXTS = Texts.of(ElsewhereDialog.class);

	private final Elsewhere elsewhere;

	ElsewhereDialog(Shell parent, Elsewhere elsewhere, PinRequest request) {
		super(parent, request);
		this.elsewhere = elsewhere;
		setBlockOnOpen(false);
	}

	@Override
	protected void addField(Composite area) {
		line(area, Icon.INFORMATION.image(), "pin.elsewhere", TEXTS.get(switch (elsewhere) {
			case READER_KEYS -> "pin.readerKeys";
			case SOFTWARE_WINDOW -> "pin.softwareWindow";
		}));
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		// To confirm and to cancel is done there as well.
	}
}
