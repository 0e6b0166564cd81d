package org.certbench.ui.driver;

import java.util.List;

import org.certbench.core.LifeCycleState;
import org.certbench.inventory.Words;

/**
 * A person asks with the eID what eHealth knows, and reads it beside what is on this computer (B06). The same for
 * every driver. A certificate of this person is in use.
 */
public final class LookUpScenario {

	private final UiDriver ui;
	private final String pictures;

	/** @param pictures how the names of the pictures begin */
	public LookUpScenario(UiDriver ui, String pictures) {
		this.ui = ui;
		this.pictures = pictures;
	}

	/**
	 * Asks.
	 *
	 * @param keystores parts of the names of the keystores that must be told of
	 */
	public void run(List<String> keystores) {
		var wizard = new StartPage(ui).start("lookup", pictures);
		wizard.useCard();
		wizard.work();
		wizard.identifyYourself();
		var told = wizard.result();
		wizard.close();
		if (!keystores.stream().allMatch(told::contains) || !told.contains(Words.of(LifeCycleState.ACTIVE))) {
			throw new AssertionError("not all that is here is told beside what is known there: " + told);
		}
	}
}
