package org.certbench.ui.driver;

import java.util.List;

/** The view of this computer. */
public final class ThisComputer {

	private static final String SEEN = "computer.seen.";

	private final UiDriver ui;

	public ThisComputer(UiDriver ui) {
		this.ui = ui;
		ui.awaitShown("computer.summary");
	}

	/** Waits until everything was looked at, or it was stopped. */
	public ThisComputer awaitEnd() {
		ui.awaitEnabled("computer.refresh");
		return this;
	}

	/** The sentence about the whole, or what is being looked at. */
	public String summary() {
		return ui.text("computer.summary");
	}

	/** What was looked at, each as its word in JSON. */
	public List<String> looked() {
		return ui.shownIds().stream().filter(id -> id.startsWith(SEEN)).map(id -> id.substring(SEEN.length())).toList();
	}

	/** All that is said about one of them. */
	public String seen(String what) {
		return ui.text(SEEN + what);
	}

	/** All parts in words, those that are still to be looked at too. */
	public String parts() {
		return ui.text("computer.parts");
	}

	/** Looks again. */
	public ThisComputer refresh() {
		ui.click("computer.refresh");
		return this;
	}

	/** Stops looking. */
	public void stop() {
		ui.click("computer.cancel");
	}

	/** Copies everything as text; not before the end. */
	public void copy() {
		ui.click("computer.copy");
	}

	/** Opens the guide's page about something that was seen. */
	public void more(String what) {
		ui.click("computer.more." + what);
	}
}
