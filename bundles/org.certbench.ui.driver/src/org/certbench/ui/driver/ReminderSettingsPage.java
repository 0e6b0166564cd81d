package org.certbench.ui.driver;

import java.util.List;

/** The preferences' page of the reminders. */
public final class ReminderSettingsPage {

	private static final String ID = "reminders.";

	private final UiDriver ui;

	public ReminderSettingsPage(UiDriver ui) {
		this.ui = ui;
		ui.awaitShown(ID + "thresholds");
	}

	/** Names the mail server and the sender. */
	public ReminderSettingsPage server(String host, int port, String user, String password, String from) {
		ui.type(ID + "host", host);
		ui.type(ID + "port", String.valueOf(port));
		ui.type(ID + "user", user);
		ui.type(ID + "password", password);
		ui.type(ID + "from", from);
		return this;
	}

	/** Adds somebody who is written to about every certificate, in the language that stands there. */
	public ReminderSettingsPage add(String address) {
		ui.type(ID + "address", address);
		ui.click(ID + "add");
		return this;
	}

	/** Those who are written to, the cells parted by tabs. */
	public List<String> addressees() {
		return ui.rows(ID + "addressees");
	}

	/** Takes somebody off the list. */
	public void remove(String address) {
		ui.select(ID + "addressees", address);
		ui.click(ID + "remove");
	}

	public void thresholds(String days) {
		ui.type(ID + "thresholds", days);
	}

	public boolean canTest() {
		return ui.isEnabled(ID + "test");
	}

	/** Sends a test mail, and does not wait for it. */
	public void test() {
		ui.click(ID + "test");
	}

	/** Stops the test mail. */
	public void stop() {
		ui.click(ID + "test.cancel");
	}

	/** Waits until the outcome of the test mail is told. */
	public String outcome() {
		ui.await("the test mail is over", () -> !ui.isEnabled(ID + "test.cancel"));
		return ui.text(ID + "tested");
	}
}
