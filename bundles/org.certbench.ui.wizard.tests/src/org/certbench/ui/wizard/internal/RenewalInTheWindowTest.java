package org.certbench.ui.wizard.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.certbench.ui.driver.RenewalScenario;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A renewal in the real workbench, against the real simulator, by following what the screen says. */
class RenewalInTheWindowTest {

	@Test
	@DisplayName("M21 to M24, W09: a new user renews the demonstration keystore in the window")
	void aNewUserRenewsTheDemonstrationKeystore() {
		assumeTrue(PlatformUI.isWorkbenchRunning(), "this test needs the workbench");
		new RenewalScenario(new SwtDriver(TestDisplay.get()), "renewal-en").run();
	}
}
