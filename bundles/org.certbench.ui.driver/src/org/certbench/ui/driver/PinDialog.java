package org.certbench.ui.driver;

import java.util.regex.Pattern;

/** The dialog that asks for a PIN. */
public final class PinDialog {

	private static final Pattern PIN = Pattern.compile("\\b\\d{4,12}\\b");

	private final UiDriver ui;

	PinDialog(UiDriver ui) {
		this.ui = ui;
		ui.awaitShown("pin.text");
	}

	/** What the signature means, as the dialog says it. */
	public String meaning() {
		return ui.text("pin.meaning");
	}

	/** Whose card it is, as the dialog says it. */
	public String card() {
		return ui.text("pin.card");
	}

	/** How many tries are left, as the dialog says it. */
	public String tries() {
		return ui.text("pin.tries");
	}

	/** Whether the dialog warns that this is the last try. */
	public boolean warns() {
		return ui.isShown("pin.tries.sign");
	}

	/** The PIN that the dialog tells, for a virtual card. */
	public String toldPin() {
		var found = PIN.matcher(ui.text("pin.hint"));
		if (!found.find()) {
			throw new AssertionError("no PIN is told: " + ui.text("pin.hint"));
		}
		return found.group();
	}

	/** Gives a PIN. */
	public void give(String pin) {
		ui.type("pin.text", pin);
		ui.awaitEnabled("pin.ok");
		ui.click("pin.ok");
	}

	/** Gives none. */
	public void cancel() {
		ui.click("pin.cancel");
	}
}
