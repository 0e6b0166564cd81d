package org.certbench.ui.driver;

/** The page that the workbench opens with: what is to be done next, and all tasks. */
public final class StartPage {

	private final UiDriver ui;

	public StartPage(UiDriver ui) {
		this.ui = ui;
		ui.awaitShown("start.page");
	}

	/** Whether a flow is offered as what is to be done next. */
	public boolean suggests(String flow) {
		return ui.isShown("start.next." + flow);
	}

	/** The tasks of a group, as they are told. */
	public String tasks(String group) {
		return ui.text("start.group." + group);
	}

	/** Starts a flow that is to be done next, on what it is to be done on. */
	public WizardPages follow(String flow, String pictures) {
		ui.awaitShown("start.next." + flow);
		return start("start.next." + flow, pictures);
	}

	/** Starts a task of the list. */
	public WizardPages start(String task, String pictures) {
		if (ui.isShown("wizard.steps")) {
			throw new AssertionError("a wizard is open already: " + ui.text("wizard.title"));
		}
		ui.click(task.startsWith("start.") ? task : "start.task." + task);
		ui.awaitShown("wizard.steps");
		return new WizardPages(ui, pictures);
	}
}
