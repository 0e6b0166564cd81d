package org.certbench.ui.driver;

/**
 * A person begins to work on a keystore that somebody else works on, in another window or by a command: that is
 * told with the way out, and afterwards one goes on. The same for every driver.
 */
public final class InUseScenario {

	/** Who works on the keystore at the same time. */
	public interface Other {

		/** Begins. */
		void begin();

		/** Is done. */
		void end();
	}

	private final UiDriver ui;
	private final String pictures;
	private final String password;

	/**
	 * @param pictures how the names of the pictures begin
	 * @param password of the keystore
	 */
	public InUseScenario(UiDriver ui, String pictures, String password) {
		this.ui = ui;
		this.pictures = pictures;
		this.password = password;
	}

	/**
	 * Tries while the other works, and again afterwards; changes nothing.
	 *
	 * @param words in the row of the keystore
	 */
	public void run(String words, Other other) {
		var wizard = new StartPage(ui).start("password", pictures);
		other.begin();
		wizard.selectKeystore(words).openKeystore(password);
		var told = wizard.problem();
		if (!told.contains("Certbench")) {
			throw new AssertionError("it is not told who uses the keystore: " + told);
		}
		other.end();
		wizard.openKeystore(password);
		ui.awaitEnabled("wizard.password.new-password");
		wizard.leave();
	}
}
