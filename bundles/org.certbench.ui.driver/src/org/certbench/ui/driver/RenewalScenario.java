package org.certbench.ui.driver;

import java.util.function.Consumer;

import org.certbench.core.LifeCycleState;
import org.certbench.core.Texts;
import org.certbench.flow.Flow;
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
	/** Of the virtual cards, the one of the organisation's manager. */
	private static final String MANAGER = "Jane";
	private static final String WRONG_PIN = "9999";

	private final UiDriver ui;
	private final String pictures;
	private final Consumer<WizardPages> opening;

	/**
	 * Of the demonstration keystore, whose password the wizard tells.
	 *
	 * @param pictures how the names of the pictures begin
	 */
	public RenewalScenario(UiDriver ui, String pictures) {
		this(ui, pictures, WizardPages::openKeystoreWithToldPassword);
	}

	/** Of the keystore that the start page suggests, with its password. */
	public RenewalScenario(UiDriver ui, String pictures, String password) {
		this(ui, pictures, wizard -> wizard.openKeystore(password));
	}

	private RenewalScenario(UiDriver ui, String pictures, Consumer<WizardPages> opening) {
		this.ui = ui;
		this.pictures = pictures;
		this.opening = opening;
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
		wizard.useCard(MANAGER);
		opening.accept(wizard);
		wizard.confirmContact();
		wizard.choosePassword(NEW_PASSWORD);
		sign(wizard);
		wizard.work();
		wizard.result();
		wizard.close();
	}

	/** The first PINs are wrong: that is told, with the tries that are left, and a warning before the last one (M06, M09). */
	private void sign(WizardPages wizard) {
		requireOldKeys(wizard.summary());
		wizard.sign().give(WRONG_PIN);
		wizard.problem();
		var second = wizard.sign();
		if (!second.tries().contains("2") || second.warns()) {
			throw new AssertionError("after one wrong PIN two tries are left, not: " + second.tries());
		}
		second.give(WRONG_PIN);
		wizard.problem();
		var last = wizard.sign();
		ui.screenshot(pictures + "-pin-last");
		if (last.tries().contains("2") || !last.warns()) {
			throw new AssertionError("there is no warning before the last try: " + last.tries());
		}
		last.give(last.toldPin());
	}

	/** It is said that old encryption keys are taken over (M26). */
	private static void requireOldKeys(String told) {
		if (!told.contains(Texts.of(Flow.class).get("summary.carriedOver"))) {
			throw new AssertionError("nothing is said about the old encryption keys: " + told);
		}
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
		var told = wizard.result();
		requireOldKeys(told);
	}

	/** From the result page of the phase before. */
	private void activateRenewal() {
		long before = new Explorer(ui).count(Words.of(LifeCycleState.SUPERSEDED));
		ui.click("wizard.result.following");
		var wizard = new WizardPages(ui, pictures + "-activate");
		wizard.openKeystore(NEW_PASSWORD);
		wizard.work();
		wizard.result();
		wizard.close();
		var explorer = new Explorer(ui);
		ui.await("the old certificate is out of use", () -> explorer.count(Words.of(LifeCycleState.SUPERSEDED)) == before + 1);
		explorer.awaitRow(Words.of(LifeCycleState.ACTIVE));
		ui.screenshot(pictures + "-workbench-after");
	}
}
