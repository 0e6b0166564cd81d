package org.certbench.ui.driver;

/**
 * The renewed keystore was handed over in another way than by the workbench, which asks for it until it is told
 * so (M25). The same for every driver. {@link RenewalScenario} has just ended.
 */
public final class HandedOverScenario {

	private final UiDriver ui;
	private final String pictures;

	/** @param pictures how the names of the pictures begin */
	public HandedOverScenario(UiDriver ui, String pictures) {
		this.ui = ui;
		this.pictures = pictures;
	}

	/** Begins to hand over, does not, is asked again, and says that it is done. */
	public void run() {
		var start = new StartPage(ui);
		ui.await("the hand-over is suggested", () -> start.suggests("hand-over"));
		start.follow("hand-over", pictures).leave();
		ui.await("the hand-over is still suggested", () -> start.suggests("hand-over"));
		var guide = new Guide(ui).found();
		ui.await("the guide asks as well", () -> guide.offers("handed-over"));
		ui.screenshot(pictures + "-found");
		guide.follow("handed-over");
		ui.await("nobody asks any more", () -> !start.suggests("hand-over") && !guide.offers("handed-over"));
	}
}
