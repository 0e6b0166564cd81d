package org.certbench.ui.driver;

/**
 * A person gives a keystore another password, and has its earlier versions removed (M35). The same for
 * every driver. {@link RequestScenario} has just ended.
 */
public final class PasswordScenario {

	private static final String CHANGED = "Changed in 2026";

	private final UiDriver ui;
	private final String pictures;

	/** @param pictures how the names of the pictures begin */
	public PasswordScenario(UiDriver ui, String pictures) {
		this.ui = ui;
		this.pictures = pictures;
	}

	/** Changes it twice: the second time shows that the first one counts. */
	public void run() {
		change(RequestScenario.PASSWORD, CHANGED, "remove", pictures);
		change(CHANGED, RequestScenario.PASSWORD, "keep", pictures + "-back");
	}

	private void change(String old, String changed, String backups, String names) {
		var wizard = new StartPage(ui).start("password", names);
		wizard.selectKeystore("SSIN").openKeystore(old);
		refusePresentPassword(old);
		wizard.choosePassword(changed);
		wizard.choose("backups", backups);
		wizard.work();
		var told = wizard.result();
		wizard.close();
		if (!told.contains(".bak-")) {
			throw new AssertionError("nothing is told of the earlier versions: " + told);
		}
	}

	private void refusePresentPassword(String old) {
		ui.awaitEnabled("wizard.password.new-password");
		ui.type("wizard.password.new-password", old);
		ui.type("wizard.password.new-password-again", old);
		ui.await("the present password is told", () -> !ui.text("wizard.password.new-password.problem").isBlank());
		ui.screenshot(pictures + "-password-same");
		if (ui.isEnabled("wizard.next")) {
			throw new AssertionError("one could go on with the present password");
		}
	}
}
