package org.certbench.ui.driver;

import java.util.List;

import org.certbench.guide.Page;

/**
 * A person looks problems up in the guide: every page of the catalogue is found and shown, with the button that
 * solves the problem and with whom to ask (M31 to M33). The same for every driver.
 */
public final class GuideScenario {

	private static final String MANAGER_GONE = "manager-gone";
	private static final String SUPPORT = "support@ehealth.fgov.be";

	private final UiDriver ui;
	private final String pictures;
	private final List<Page> pages;

	/**
	 * @param pictures how the names of the pictures begin
	 * @param pages    that the catalogue must have
	 */
	public GuideScenario(UiDriver ui, String pictures, List<Page> pages) {
		this.ui = ui;
		this.pictures = pictures;
		this.pages = pages;
	}

	/** Reads all pages. */
	public void run() {
		var guide = new Guide(ui);
		for (var page : pages) {
			read(guide, page);
		}
		guide.catalogue().searchInVain("xyzzy");
		look("nothing");
		guide.search("");
		look("catalogue");
		guide.found();
	}

	private void read(Guide guide, Page page) {
		var shown = guide.catalogue().search(page.problem()).open(page.title());
		for (var step : page.steps()) {
			require(shown.contains(step), page, "it is not said what to do: " + step);
		}
		page.solvingFlow().ifPresent(flow -> require(guide.offers(flow), page, "no button for " + flow));
		require(page.contact().isBlank() || ui.isShown("guide.page.contact.1"), page, "it is not said whom to ask");
		if (page.problem().equals(MANAGER_GONE)) {
			look(MANAGER_GONE);
			require(shown.contains("REG-system@health.fgov.be") && shown.contains(SUPPORT), page, "nobody to write to");
		}
		require(cutTexts().isEmpty(), page, "cut texts: " + cutTexts());
	}

	/**
	 * Sees whom to ask: at the foot of the guide, and in the menu of help (M33).
	 *
	 * @param help what chooses that in the menu
	 */
	public void contacts(Runnable help) {
		new Guide(ui);
		if (!ui.text("guide.contact.2").contains(SUPPORT)) {
			throw new AssertionError("the support is not at the foot of the guide: " + ui.text("guide.contact.2"));
		}
		help.run();
		ui.awaitShown("contacts");
		look("contacts");
		var told = ui.text("contacts");
		if (!told.contains(SUPPORT) || !told.contains("REG-system@health.fgov.be")) {
			throw new AssertionError("not all are told whom one can ask: " + told);
		}
		ui.click("contacts.close");
		ui.awaitGone("contacts");
	}

	private void look(String name) {
		ui.screenshot(pictures + "-" + name);
		var cut = cutTexts();
		if (!cut.isEmpty()) {
			throw new AssertionError("cut texts on " + pictures + "-" + name + ": " + cut);
		}
	}

	/** The status line has the room that it needs in the language in which the window was started. */
	private List<String> cutTexts() {
		return ui.cutTexts().stream().filter(text -> !text.startsWith("status.")).toList();
	}

	private static void require(boolean holds, Page page, String otherwise) {
		if (!holds) {
			throw new AssertionError(page.problem() + ": " + otherwise);
		}
	}
}
