package org.certbench.ui.driver;

/**
 * Somebody who is not the certificate's manager wants to renew it: that is told before anything is made, and
 * the guide tells how a manager is appointed, and whom to write to (M32). The same for every driver.
 */
public final class WrongManagerScenario {

	private final UiDriver ui;
	private final String pictures;
	private final String password;

	/**
	 * @param pictures how the names of the pictures begin
	 * @param password of the keystore that is to be renewed
	 */
	public WrongManagerScenario(UiDriver ui, String pictures, String password) {
		this.ui = ui;
		this.pictures = pictures;
		this.password = password;
	}

	/** Begins, is refused, reads, and leaves. */
	public void run() {
		var start = new StartPage(ui);
		ui.await("the renewal is suggested", () -> start.suggests("renew"));
		var wizard = start.follow("renew", pictures);
		wizard.acceptTerms();
		wizard.useCard("John Doe");
		wizard.openKeystore(password);
		wizard.confirmContact();
		wizard.choosePassword("Never used 2026");
		wizard.problem();
		ui.click("problem.guide");
		ui.await("the page about another manager is shown",
				() -> ui.isShown("guide.page") && new Guide(ui).page().contains("REG-system@health.fgov.be"));
		wizard.leave();
		new Guide(ui).found();
	}
}
