package org.certbench.ui.driver;

/**
 * A first request of a person, from the terms to the installed certificate, as a new user does it in
 * the window (M03 to M13). The same for every driver.
 */
public final class RequestScenario {

	/** Of the keystore that is requested. */
	public static final String PASSWORD = "Requested in 2026";

	private final UiDriver ui;
	private final String pictures;

	/** @param pictures how the names of the pictures begin */
	public RequestScenario(UiDriver ui, String pictures) {
		this.ui = ui;
		this.pictures = pictures;
	}

	/** Requests and completes. */
	public void run() {
		var wizard = new StartPage(ui).start("request", pictures + "-request");
		wizard.acceptTerms();
		wizard.useCard();
		wizard.identifyYourself();
		wizard.chooseHolder("SSIN");
		wizard.giveContact("jane@example.org", "02 555 01 01");
		wizard.choosePassword(PASSWORD);
		var signature = wizard.sign();
		signature.give(signature.toldPin());
		wizard.work();
		wizard.result();
		ui.click("wizard.result.following");
		var completion = new WizardPages(ui, pictures + "-complete");
		completion.openKeystore(PASSWORD);
		completion.work();
		completion.result();
		completion.close();
	}
}
