package org.certbench.ui.driver;

import org.certbench.core.LifeCycleState;
import org.certbench.inventory.Words;

/**
 * The three phases of a renewal, as a new user does them in the window by following what the screen
 * says: against the simulator, with the demonstration keystore, PIN and password told where they are
 * asked for (M21 to M24, W09). The same for every driver. The workbench has just been started over
 * an empty data folder.
 */
public final class RenewalScenario {

	/** Of the renewed keystore. */
	public static final String NEW_PASSWORD = "Renewed in 2026";
	private static final String WRONG_PIN = "9999";

	private final UiDriver ui;
	private final String pictures;

	/** @param pictures how the names of the pictures begin */
	public RenewalScenario(UiDriver ui, String pictures) {
		this.ui = ui;
		this.pictures = pictures;
	}

	/** All three phases, each begun where a person would begin it. */
	public void run() {
		requestRenewal();
		completeRenewal();
		activateRenewal();
	}

	private void requestRenewal() {
		new Explorer(ui).awaitRow(Words.of(LifeCycleState.RENEWAL_DUE));
		var start = new StartPage(ui);
		ui.await("the renewal is suggested", () -> start.suggests("renew"));
		ui.screenshot(pictures + "-workbench-before");
		var wizard = start.follow("renew", pictures + "-renew");
		wizard.acceptTerms();
		wizard.useCard();
		wizard.openKeystoreWithToldPassword();
		wizard.confirmContact();
		wizard.choosePassword(NEW_PASSWORD);
		sign(wizard);
		wizard.work();
		wizard.result();
		wizard.close();
	}

	/** A first PIN is wrong: that is told, with the tries that are left, and signing is possible again. */
	private void sign(WizardPages wizard) {
		wizard.sign().give(WRONG_PIN);
		ui.awaitShown("problem.message");
		var pin = wizard.sign();
		if (!pin.tries().contains("2")) {
			throw new AssertionError("after one wrong PIN two tries are left, not: " + pin.tries());
		}
		pin.give(pin.toldPin());
	}

	/** From the start page, which knows that the renewal is pending (M22). */
	private void completeRenewal() {
		new Explorer(ui).awaitRow(Words.of(LifeCycleState.RENEWAL_AWAITS_COMPLETION));
		ui.screenshot(pictures + "-workbench-pending");
		var start = new StartPage(ui);
		ui.await("the completion is suggested", () -> start.suggests("complete"));
		var wizard = start.follow("complete", pictures + "-complete");
		wizard.openKeystore(NEW_PASSWORD);
		wizard.work();
		wizard.result();
	}

	/** From the result page of the phase before. */
	private void activateRenewal() {
		ui.click("wizard.result.following");
		var wizard = new WizardPages(ui, pictures + "-activate");
		wizard.openKeystore(NEW_PASSWORD);
		wizard.work();
		wizard.result();
		wizard.close();
		var explorer = new Explorer(ui);
		explorer.awaitRow(Words.of(LifeCycleState.SUPERSEDED));
		explorer.awaitRow(Words.of(LifeCycleState.ACTIVE));
		ui.screenshot(pictures + "-workbench-after");
	}
}
