package org.certbench.ui.driver;

import java.util.regex.Pattern;

/**
 * The pages of the wizard, for every flow. Each method waits for its page, answers it and, unless
 * its name says otherwise, goes on.
 */
public final class WizardPages {

	/** A told password is the last word of its sentence. */
	private static final Pattern PASSWORD = Pattern.compile("(\\S+?)\\.?\\s*$");

	private final UiDriver ui;
	private final String pictures;

	/** @param pictures how the names of the pictures of the pages begin */
	public WizardPages(UiDriver ui, String pictures) {
		this.ui = ui;
		this.pictures = pictures;
	}

	/** Reads the terms to their end and accepts them (M03). */
	public void acceptTerms() {
		ui.awaitShown("wizard.terms.terms-accepted");
		if (ui.isEnabled("wizard.next")) {
			throw new AssertionError("one could go on without accepting the terms");
		}
		ui.scrollToEnd("wizard.terms.text");
		ui.awaitEnabled("wizard.terms.terms-accepted");
		ui.click("wizard.terms.terms-accepted");
		next("terms");
	}

	/** Waits until the card is read by itself (M04). */
	public void useCard() {
		ui.awaitShown("wizard.card.card");
		next("card");
	}

	/** Gives the PIN that shows who one is, where it was not given before: it is asked once per session. */
	public void identifyYourself() {
		ui.await("the PIN is asked, or the holders or certificates are listed",
				() -> ui.isShown("pin.text") || isListed("wizard.holder.applicant") || isListed("wizard.certificate.certificate"));
		if (ui.isShown("pin.text")) {
			var pin = pin();
			pin.give(pin.toldPin());
		}
	}

	private boolean isListed(String table) {
		return ui.isShown(table) && !ui.rows(table).isEmpty();
	}

	/** Chooses the holder in whose row the words occur (M05). */
	public void chooseHolder(String words) {
		ui.awaitShown("wizard.holder.applicant");
		ui.await("the holders are listed", () -> !ui.rows("wizard.holder.applicant").isEmpty());
		ui.select("wizard.holder.applicant", words);
		next("holder");
	}

	/** Opens the keystore that is chosen already, with the password that the page tells. */
	public void openKeystoreWithToldPassword() {
		ui.awaitEnabled("wizard.keystore.password");
		ui.await("the password is told", () -> !ui.text("wizard.keystore.hint").isBlank());
		var told = PASSWORD.matcher(ui.text("wizard.keystore.hint"));
		if (!told.find()) {
			throw new AssertionError("no password is told: " + ui.text("wizard.keystore.hint"));
		}
		openKeystore(told.group(1));
	}

	/** Chooses the keystore in whose row the words occur; does not go on. */
	public WizardPages selectKeystore(String words) {
		ui.awaitEnabled("wizard.keystore.keystore");
		ui.await("the keystores are listed", () -> !ui.rows("wizard.keystore.keystore").isEmpty());
		ui.select("wizard.keystore.keystore", words);
		return this;
	}

	/** Chooses the certificate in whose row the words occur; none is chosen before. */
	public void chooseCertificate(String words) {
		ui.awaitShown("wizard.certificate.certificate");
		ui.await("the certificates are listed", () -> !ui.rows("wizard.certificate.certificate").isEmpty());
		if (ui.isEnabled("wizard.next")) {
			throw new AssertionError("a certificate is chosen by itself");
		}
		ui.select("wizard.certificate.certificate", words);
		next("certificate");
	}

	/** Confirms what is final, and goes on; a PIN may be asked next. */
	public void confirm() {
		ui.awaitEnabled("wizard.summary.confirmed");
		if (ui.isEnabled("wizard.next")) {
			throw new AssertionError("one could go on without confirming");
		}
		ui.click("wizard.summary.confirmed");
		next("summary");
	}

	/** Chooses one of several options. */
	public void choose(String choice, String value) {
		var option = "wizard.choice." + choice + "." + value;
		ui.awaitEnabled(option);
		ui.click(option);
		next(choice);
	}

	/** Gives a setting; does not go on. */
	public WizardPages set(String setting, String value) {
		ui.awaitEnabled("wizard.settings." + setting);
		ui.type("wizard.settings." + setting, value);
		return this;
	}

	/** Goes on with the settings that were given. */
	public void confirmSettings() {
		ui.awaitShown("wizard.next");
		next("settings");
	}

	/** Opens the keystore that is chosen already. */
	public void openKeystore(String password) {
		ui.awaitEnabled("wizard.keystore.password");
		ui.type("wizard.keystore.password", password);
		next("keystore");
	}

	/** Gives an e-mail address and a phone number (M07). */
	public void giveContact(String email, String phone) {
		ui.awaitEnabled("wizard.contact.email");
		ui.type("wizard.contact.email", email);
		ui.type("wizard.contact.phone", phone);
		next("contact");
	}

	/** Takes the contact data as they are prefilled (M21). */
	public void confirmContact() {
		ui.awaitEnabled("wizard.contact.email");
		next("contact");
	}

	/** Chooses the password of the new keystore (M10). */
	public void choosePassword(String password) {
		ui.awaitEnabled("wizard.password.new-password");
		ui.type("wizard.password.new-password", password);
		ui.type("wizard.password.new-password-again", password);
		next("password");
	}

	/** What is about to be signed, as it is shown (M08). */
	public String summary() {
		ui.awaitEnabled("wizard.next");
		ui.awaitShown("wizard.summary.facts");
		return ui.text("wizard.summary.facts");
	}

	/** Signs: the PIN is asked next (M09). */
	public PinDialog sign() {
		summary();
		next("summary");
		return pin();
	}

	/** The dialog that asks for the PIN. */
	public PinDialog pin() {
		var dialog = new PinDialog(ui);
		look("pin");
		return dialog;
	}

	/** Does the work of the current page. */
	public void work() {
		ui.awaitShown("wizard.work.facts");
		next("work");
	}

	/** What was made and what comes next, as it is shown. */
	public String result() {
		ui.awaitShown("wizard.result.facts");
		ui.awaitEnabled("wizard.next");
		look("result");
		return ui.text("wizard.result.facts");
	}

	/** Closes the wizard at its result. */
	public void close() {
		ui.click("wizard.next");
		ui.awaitGone("wizard.steps");
	}

	/** Leaves the wizard in the middle. */
	public void leave() {
		ui.click("wizard.cancel");
		ui.await("the wizard is closed, or asks", () -> ui.isShown("leave.leave") || !ui.isShown("wizard.steps"));
		if (ui.isShown("leave.leave")) {
			look("leave");
			ui.click("leave.leave");
		}
		ui.awaitGone("wizard.steps");
	}

	private void next(String page) {
		ui.awaitEnabled("wizard.next");
		look(page);
		ui.click("wizard.next");
	}

	/** Keeps a picture, and fails where a text is cut. */
	private void look(String page) {
		ui.screenshot(pictures + "-" + page);
		var cut = ui.cutTexts();
		if (!cut.isEmpty()) {
			throw new AssertionError("cut texts on " + pictures + "-" + page + ": " + cut);
		}
	}
}
