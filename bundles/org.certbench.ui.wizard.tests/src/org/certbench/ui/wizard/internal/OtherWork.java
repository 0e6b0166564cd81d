package org.certbench.ui.wizard.internal;

import org.certbench.keystore.KeystoreClaim;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.Keystores;
import org.certbench.ui.driver.InUseScenario.Other;

/** Somebody else who works on the person's keystore, as any flow does. */
final class OtherWork implements Other {

	private KeystoreClaim claim;

	@Override
	public void begin() {
		try {
			claim = Workbench.service(Keystores.class).claim(Workbench.keystores("SSIN").getFirst());
		} catch (KeystoreException e) {
			throw new AssertionError(e);
		}
	}

	@Override
	public void end() {
		claim.close();
	}
}
