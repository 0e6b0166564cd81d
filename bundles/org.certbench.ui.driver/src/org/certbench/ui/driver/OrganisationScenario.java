package org.certbench.ui.driver;

import java.util.regex.Pattern;

/**
 * The manager of an organisation requests a certificate and meets what can go wrong on the way: wrong answers
 * (M05, M07, M10), a service that is not to be had (M12), a certificate that is not issued yet (M14). Each time
 * the start page knows how to go on (M22). The same for every driver.
 */
public final class OrganisationScenario {

	/** The application id, by which the certificate is told from the organisation's others. */
	public static final String APPLICATION = "SECOND";
	/** Of the keystore that is requested. */
	public static final String PASSWORD = "Second in 2026";
	/** Of a request: its key's identifier. */
	private static final Pattern IDENTIFICATION = Pattern.compile("\\b[0-9A-F]{40}\\b");
	private static final String GENERAL_EMAIL = "info@example.org";

	private final UiDriver ui;
	private final String pictures;
	private final Operator operator;

	/** @param pictures how the names of the pictures begin */
	public OrganisationScenario(UiDriver ui, String pictures, Operator operator) {
		this.ui = ui;
		this.pictures = pictures;
		this.operator = operator;
	}

	/** Requests; the result is on the screen then. */
	public void request() {
		operator.issueByHand();
		int before = operator.requests();
		failToSend();
		sendAgain();
		if (operator.requests() != before + 1) {
			throw new AssertionError("one request was to arrive, not " + (operator.requests() - before));
		}
	}

	/** Goes on from the result, and completes; in the end the certificate is to be renewed. */
	public void complete() {
		goOnLater();
		completeInTime();
		operator.issueAtOnce();
	}

	private void failToSend() {
		var wizard = new StartPage(ui).start("request", pictures + "-request");
		wizard.acceptTerms();
		wizard.useCard("Jane");
		wizard.identifyYourself();
		chooseHolder(wizard);
		giveContact(wizard);
		wizard.refusePasswords("short", "no digit or symbol", "Accentué en 2026");
		wizard.choosePassword(PASSWORD);
		var signed = wizard.summary();
		if (!signed.contains(APPLICATION) || !signed.contains(GENERAL_EMAIL) || !signed.contains("tsa")) {
			throw new AssertionError("not all that is signed is shown: " + signed);
		}
		var pin = wizard.sign();
		if (!pin.meaning().contains("79699950," + APPLICATION)) {
			throw new AssertionError("it is not said what is signed: " + pin.meaning());
		}
		pin.give(pin.toldPin());
		operator.goAway();
		wizard.work();
		wizard.problem();
		wizard.leave();
	}

	/** What there is already is told with the most that there can be; another one needs an application id. */
	private void chooseHolder(WizardPages wizard) {
		wizard.searchHolder("ambu");
		ui.select("wizard.holder.applicant", "79699950");
		if (ui.text("wizard.holder.remark").isBlank()) {
			throw new AssertionError("it is not said how many certificates there are, and how many there can be");
		}
		wizard.refuse("wizard.holder.application-id", "not like this");
		ui.type("wizard.holder.application-id", APPLICATION);
		wizard.chooseHolder("79699950");
	}

	private void giveContact(WizardPages wizard) {
		wizard.refuse("wizard.contact.email", "jane");
		wizard.refuse("wizard.contact.phone", "none");
		wizard.refuse("wizard.contact.use", "not a code!");
		ui.type("wizard.contact.use", "");
		ui.click("wizard.contact.use.tsa");
		ui.type("wizard.contact.general-email", GENERAL_EMAIL);
		wizard.giveContact("jane@example.org", "02 555 01 01");
	}

	private void sendAgain() {
		operator.comeBack();
		var start = new StartPage(ui);
		ui.await("sending is suggested", () -> start.suggests("request"));
		ui.screenshot(pictures + "-not-sent");
		var wizard = start.follow("request", pictures + "-again");
		wizard.work();
		var told = wizard.result();
		if (!IDENTIFICATION.matcher(told).find()) {
			throw new AssertionError("the request's identification is not told: " + told);
		}
	}

	/** From the result page: too early, which the page says, and waits. */
	private void goOnLater() {
		ui.click("wizard.result.following");
		var wizard = new WizardPages(ui, pictures + "-early");
		wizard.openKeystore(PASSWORD);
		wizard.work();
		wizard.goOnLater();
	}

	private void completeInTime() {
		var start = new StartPage(ui);
		ui.await("the completion is suggested", () -> start.suggests("complete"));
		var wizard = start.follow("complete", pictures + "-complete");
		wizard.openKeystore(PASSWORD);
		operator.issue();
		wizard.work();
		wizard.result();
		wizard.close();
	}
}
