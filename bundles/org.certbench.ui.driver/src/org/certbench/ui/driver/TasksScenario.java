package org.certbench.ui.driver;

import java.util.List;
import java.util.Locale;

import org.certbench.flow.Flows;

/**
 * A person reads the start page: each task stands in its group, with what it does and with what must be at hand
 * before it is begun (M02). The same for every driver.
 */
public final class TasksScenario {

	/** Completing belongs to new requests and to renewals. */
	private static final String BOTH = "both";

	private final UiDriver ui;
	private final List<Flows.Description> flows;

	/** @param flows that the start page must offer */
	public TasksScenario(UiDriver ui, List<Flows.Description> flows) {
		this.ui = ui;
		this.flows = flows;
	}

	/** Reads every group. */
	public void run() {
		var start = new StartPage(ui);
		for (var flow : flows) {
			var groups = flow.group().equals(BOTH) ? List.of("request", "renewal") : List.of(flow.group());
			groups.forEach(group -> requireTold(flow, start.tasks(group), group));
		}
	}

	/** What is at hand is told in one sentence, where phrases begin with a small letter. */
	private static void requireTold(Flows.Description flow, String told, String group) {
		var read = told.toLowerCase(Locale.ROOT);
		if (!told.contains(flow.name()) || !told.contains(flow.description())
				|| !flow.needs().stream().map(need -> need.toLowerCase(Locale.ROOT)).allMatch(read::contains)) {
			throw new AssertionError("not all of the task " + flow.id() + " is told in the group " + group + ": " + told);
		}
	}
}
