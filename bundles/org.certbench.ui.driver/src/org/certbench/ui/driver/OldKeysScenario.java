package org.certbench.ui.driver;

/**
 * A person takes the encryption keys of an older keystore over into the present one, which another program renewed
 * without them (M26). The same for every driver.
 */
public final class OldKeysScenario {

	private final UiDriver ui;
	private final String pictures;

	/** @param pictures how the names of the pictures begin */
	public OldKeysScenario(UiDriver ui, String pictures) {
		this.ui = ui;
		this.pictures = pictures;
	}

	/**
	 * Takes them over; a wrong password of the older one is told first.
	 *
	 * @param keystore words in the row of the present keystore
	 */
	public void run(String keystore, String password, String oldPassword) {
		var wizard = new StartPage(ui).start("old-keys", pictures);
		wizard.selectKeystore(keystore).openKeystore(password);
		wizard.openOldKeystore("Not the old one");
		wizard.problem();
		wizard.openOldKeystore(oldPassword);
		wizard.work();
		wizard.result();
		wizard.close();
	}
}
