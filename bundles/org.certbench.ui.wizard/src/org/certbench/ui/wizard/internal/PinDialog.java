package org.certbench.ui.wizard.internal;

import java.util.Arrays;
import java.util.Optional;

import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinRequest;
import org.certbench.ui.Icon;
import org.certbench.ui.Palette;
import org.certbench.ui.WidgetIds;
import org.eclipse.jface.dialogs.Dialog;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/**
 * Asks for a PIN: what the signature means, whose card it is, how many tries are left (M06). The PIN
 * is never a String and is cleared by whoever asked. UI thread.
 */
class PinDialog extends Dialog {

	private static final Texts TEXTS = Texts.of(PinDialog.class);
	private static final int TEXT_WIDTH = 480;
	/** As the Belgian eID has it. */
	private static final int LEAST_DIGITS = 4;
	private static final int MOST_DIGITS = 12;

	private final PinRequest request;
	private Text pin;
	private Secret given;

	PinDialog(Shell parent, PinRequest request) {
		super(parent);
		this.request = request;
	}

	/** Opens the dialog and waits for the answer; nothing where it was cancelled. */
	Optional<Secret> ask() {
		open();
		return Optional.ofNullable(given);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(TEXTS.get("pin.title"));
		WidgetIds.set(shell, "pin");
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		var area = new Composite(parent, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(area);
		GridLayoutFactory.fillDefaults().numColumns(2).margins(18, 16).spacing(10, 10).applyTo(area);
		boolean binding = request.key() == CardKey.SIGNATURE;
		var kind = line(area, Icon.CARD.image(), "pin.kind", TEXTS.get(binding ? "pin.signature" : "pin.authentication"));
		kind.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
		line(area, null, "pin.meaning", request.meaning());
		line(area, Icon.HOLDER.image(), "pin.card",
				TEXTS.get("pin.card", request.card().identity().displayName(), request.card().readerName()));
		request.triesLeft().ifPresent(tries -> addTries(area, tries));
		request.hint().ifPresent(hint -> line(area, Icon.INFORMATION.image(), "pin.hint", hint));
		addField(area);
		applyDialogFont(area);
		return area;
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, IDialogConstants.OK_ID,
				TEXTS.get(request.key() == CardKey.SIGNATURE ? "pin.sign" : "pin.confirm"), true);
		createButton(parent, IDialogConstants.CANCEL_ID, TEXTS.get("cancel"), false);
		WidgetIds.set(getButton(IDialogConstants.CANCEL_ID), "pin.cancel");
		Button ok = WidgetIds.set(getButton(IDialogConstants.OK_ID), "pin.ok");
		ok.setEnabled(false);
		pin.addListener(SWT.Modify, typed -> ok.setEnabled(isPossible()));
		pin.setFocus();
	}

	@Override
	protected void okPressed() {
		given = Secret.taking(pin.getTextChars());
		super.okPressed();
	}

	@Override
	public boolean close() {
		if (pin != null && !pin.isDisposed()) {
			pin.setTextChars(new char[0]);
		}
		return super.close();
	}

	/** Whether a card could take it: one that is not even of the right form costs no try. */
	private boolean isPossible() {
		char[] typed = pin.getTextChars();
		boolean possible = typed.length >= LEAST_DIGITS;
		for (char character : typed) {
			possible &= character >= '0' && character <= '9';
		}
		Arrays.fill(typed, '\0');
		return possible;
	}

	private void addTries(Composite area, int tries) {
		if (tries > 1) {
			line(area, null, "pin.tries", TEXTS.get("pin.tries", tries));
			return;
		}
		var warning = line(area, Icon.WARNING.image(), "pin.tries", TEXTS.get("pin.lastTry"));
		warning.setForeground(Palette.color(Palette.of(area).bad()));
	}

	/** Where the PIN is given. */
	protected void addField(Composite area) {
		new Label(area, SWT.NONE);
		var row = new Composite(area, SWT.NONE);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(row);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(10, 0).applyTo(row);
		new Label(row, SWT.NONE).setText(TEXTS.get("pin.field"));
		pin = WidgetIds.set(new Text(row, SWT.BORDER | SWT.PASSWORD | SWT.SINGLE), "pin.text");
		pin.setTextLimit(MOST_DIGITS);
		GridDataFactory.fillDefaults().hint(160, SWT.DEFAULT).applyTo(pin);
	}

	protected static Label line(Composite area, Image sign, String id, String says) {
		var image = new Label(area, SWT.NONE);
		if (sign != null) {
			WidgetIds.set(image, id + ".sign").setImage(sign);
		}
		GridDataFactory.fillDefaults().align(SWT.CENTER, SWT.BEGINNING).minSize(16, 16).applyTo(image);
		var label = WidgetIds.set(new Label(area, SWT.WRAP), id);
		label.setText(says.replace("&", "&&"));
		GridDataFactory.fillDefaults().grab(true, false).hint(TEXT_WIDTH, SWT.DEFAULT).applyTo(label);
		return label;
	}
}
