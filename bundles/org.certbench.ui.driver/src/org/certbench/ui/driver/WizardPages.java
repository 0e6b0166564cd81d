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
		ui.awaitEnabled("wizard.terms.text");
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

	/** Chooses the card in whose row the words occur. */
	public void useCard(String words) {
		ui.awaitShown("wizard.card.card");
		ui.await("the card is listed", () -> ui.rows("wizard.card.card").stream().anyMatch(row -> row.contains(words)));
		ui.select("wizard.card.card", words);
		next("card");
	}

	/** Gives the PIN that shows who one is, where it was not given before: it is asked once per session. */
	public void identifyYourself() {
		ui.await("the PIN is asked, or what is told without it is there",
				() -> ui.isShown("pin.text") || isListed("wizard.holder.applicant") || isListed("wizard.certificate.certificate")
						|| ui.isShown("wizard.result.facts"));
		if (ui.isShown("pin.text")) {
			var pin = pin();
			pin.give(pin.toldPin());
		}
	}

	private boolean isListed(String table) {
		return ui.isShown(table) && !ui.rows(table).isEmpty();
	}

	/** Searches among the holders, and sees fewer of them; does not go on. */
	public void searchHolder(String words) {
		awaitHolders();
		int all = ui.rows("wizard.holder.applicant").size();
		ui.type("wizard.holder.search", words);
		ui.await("fewer are listed", () -> ui.rows("wizard.holder.applicant").size() < all);
	}

	private void awaitHolders() {
		ui.awaitShown("wizard.holder.applicant");
		ui.await("the holders are listed", () -> !ui.rows("wizard.holder.applicant").isEmpty());
	}

	/** Chooses the holder in whose row the words occur (M05). */
	public void chooseHolder(String words) {
		awaitHolders();
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

	/** Opens the older keystore that is chosen already: the only one that comes into question. */
	public void openOldKeystore(String password) {
		ui.awaitEnabled("wizard.old-keystore.old-password");
		ui.await("the older keystores are listed", () -> !ui.rows("wizard.old-keystore.keystore").isEmpty());
		ui.type("wizard.old-keystore.old-password", password);
		next("old-keystore");
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

	/** Sees that passwords are refused, each as soon as it is typed (M10); does not go on. */
	public void refusePasswords(String... passwords) {
		ui.awaitEnabled("wizard.password.new-password");
		for (var password : passwords) {
			ui.type("wizard.password.new-password", password);
			ui.type("wizard.password.new-password-again", password);
			if (ui.isEnabled("wizard.next")) {
				throw new AssertionError("one could go on with the password " + password);
			}
			look("password-refused");
		}
	}

	/** Sees that an answer is refused while it is typed, beside its field; does not go on. */
	public void refuse(String field, String wrong) {
		ui.awaitEnabled(field);
		ui.type(field, wrong);
		ui.await("what is wrong is told: " + wrong, () -> !ui.text(field + ".problem").isBlank());
		if (ui.isEnabled("wizard.next")) {
			throw new AssertionError("one could go on with " + wrong);
		}
		look(field.substring(field.lastIndexOf('.') + 1) + "-refused");
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

	/** What went wrong, and what to do, as it is shown. */
	public String problem() {
		ui.awaitShown("problem.message");
		ui.awaitEnabled("wizard.cancel");
		look("problem");
		return ui.text("problem.message") + "\n" + ui.text("problem.remedy");
	}

	/** Sees that it is too early, and that the page waits; goes on later (M14). */
	public void goOnLater() {
		ui.awaitShown("wizard.work.waiting");
		look("too-early");
		if (ui.text("wizard.work.message").isBlank() || ui.text("wizard.work.countdown").isBlank()) {
			throw new AssertionError("it is not said what is waited for: " + ui.text("wizard.work.waiting"));
		}
		ui.click("wizard.work.later");
		leaveWhereAsked();
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
		leaveWhereAsked();
	}

	private void leaveWhereAsked() {
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
