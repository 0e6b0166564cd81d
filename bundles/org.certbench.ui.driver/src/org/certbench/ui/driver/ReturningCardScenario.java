package org.certbench.ui.driver;

/**
 * A person takes the eID out on the way through a request, is told so when it should sign, puts it in
 * again and signs, without going back (M09). The same for every driver. The service of the hands is not
 * running yet.
 */
public final class ReturningCardScenario {

	private static final String STATUS = "status.card";
	private static final String ERROR = "wizard.error";

	private final UiDriver ui;
	private final String pictures;
	private final CardScenario.Hands hands;

	/** @param pictures how the names of the pictures begin */
	public ReturningCardScenario(UiDriver ui, String pictures, CardScenario.Hands hands) {
		this.ui = ui;
		this.pictures = pictures;
		this.hands = hands;
	}

	/** From the service's start to its end. */
	public void run() {
		hands.startService();
		insert();
		var wizard = new StartPage(ui).start("request", pictures);
		wizard.acceptTerms();
		wizard.useCard();
		wizard.pin().give(hands.pin());
		wizard.chooseHolder("SSIN");
		wizard.giveContact("jane@example.org", "02 555 01 01");
		wizard.choosePassword(RequestScenario.PASSWORD);
		wizard.summary();
		hands.remove();
		ui.await("the removal is told", () -> !ui.text(STATUS).contains(CardScenario.HOLDER));
		ui.click("wizard.next");
		ui.await("it is said that there is no card", () -> ui.isShown(ERROR) && ui.text(ERROR).contains("00 00"));
		ui.screenshot(pictures + "-no-card");
		insert();
		wizard.sign().give(hands.pin());
		wizard.work();
		wizard.result();
		wizard.close();
		hands.endService();
	}

	private void insert() {
		hands.insertEid();
		ui.await("the card is told", () -> ui.text(STATUS).contains(CardScenario.HOLDER));
	}
}
