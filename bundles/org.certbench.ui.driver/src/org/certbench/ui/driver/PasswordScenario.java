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
		wizard.selectKeystore("SSIN").openKeystore("Not the present one");
		wizard.problem();
		wizard.openKeystore(old);
		refusePresentPassword(wizard, old);
		wizard.choosePassword(changed);
		wizard.choose("backups", backups);
		wizard.work();
		var told = wizard.result();
		wizard.close();
		if (!told.contains(".bak-")) {
			throw new AssertionError("nothing is told of the earlier versions: " + told);
		}
	}

	private void refusePresentPassword(WizardPages wizard, String old) {
		wizard.refusePasswords(old);
		if (ui.text("wizard.password.new-password.problem").isBlank()) {
			throw new AssertionError("it is not said that this is the present password");
		}
	}
}
