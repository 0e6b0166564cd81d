package org.certbench.ui.driver;

/** The problem-solving guide: what was found, the catalogue, a page of it, the contacts. */
public final class Guide {

	private static final String CATALOGUE = "guide.catalogue";
	private static final String PAGE = "guide.page";

	private final UiDriver ui;

	public Guide(UiDriver ui) {
		this.ui = ui;
		ui.awaitShown("guide.contact.1");
	}

	/** Goes to what was found. */
	public Guide found() {
		leavePage();
		ui.click("guide.tab.found");
		ui.awaitShown("guide.findings");
		return this;
	}

	/** Goes to the catalogue of all problems. */
	public Guide catalogue() {
		leavePage();
		ui.click("guide.tab.catalogue");
		ui.awaitShown(CATALOGUE);
		return this;
	}

	/** Looks for words in the catalogue. */
	public Guide search(String words) {
		ui.type("guide.search", words);
		return this;
	}

	/** Looks for words that no page has, and is told so. */
	public Guide searchInVain(String words) {
		search(words);
		ui.awaitShown("guide.nothing");
		return this;
	}

	/** Opens the page of the catalogue with this title, and reads it. */
	public String open(String title) {
		ui.open(CATALOGUE, title);
		return page();
	}

	/** Reads the page that is shown, or will be in a moment. */
	public String page() {
		ui.awaitShown(PAGE);
		return ui.text(PAGE);
	}

	/** Whether the page offers to solve the problem with a flow, or with what was found. */
	public boolean offers(String action) {
		return ui.isShown("guide.action." + action);
	}

	/** Does what is offered. */
	public void follow(String action) {
		ui.click("guide.action." + action);
	}

	/** Back to the catalogue, or to what was found. */
	public void leavePage() {
		if (ui.isShown("guide.back")) {
			ui.click("guide.back");
			ui.awaitGone("guide.back");
		}
	}
}
