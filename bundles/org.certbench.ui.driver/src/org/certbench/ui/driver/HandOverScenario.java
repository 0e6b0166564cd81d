package org.certbench.ui.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The last step of a renewal: a new user hands the renewed keystore over to the folder of some software,
 * as the start page suggests (M25). The same for every driver. {@link RenewalScenario} has just ended.
 */
public final class HandOverScenario {

	private static final String NAME = "active.p12";

	private final UiDriver ui;
	private final String pictures;
	private final Path software;

	/**
	 * @param pictures how the names of the pictures begin
	 * @param software where the software expects its keystore
	 */
	public HandOverScenario(UiDriver ui, String pictures, Path software) {
		this.ui = ui;
		this.pictures = pictures;
		this.software = software;
	}

	/** Hands over, and is not asked to any more. */
	public void run() {
		var start = new StartPage(ui);
		ui.await("the hand-over is suggested", () -> start.suggests("hand-over"));
		ui.screenshot(pictures + "-suggested");
		var wizard = start.follow("hand-over", pictures);
		wizard.openKeystore(RenewalScenario.NEW_PASSWORD);
		wizard.choose("target", "folder");
		wizard.refuse("wizard.settings.folder", "not a folder");
		wizard.set("folder", software.toString()).set("name", NAME).confirmSettings();
		wizard.work();
		var told = wizard.result();
		wizard.close();
		if (!told.contains(NAME) || !isThere(software.resolve(NAME))) {
			throw new AssertionError("not handed over: " + told);
		}
		ui.await("the hand-over is not suggested any more", () -> !start.suggests("hand-over"));
	}

	private static boolean isThere(Path file) {
		try {
			return Files.size(file) > 0;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}
