package org.certbench.ui.wizard.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;

import org.certbench.ui.driver.RequestScenario;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * A first request in the real workbench, with the pages in French, whose texts are the longest: none
 * may be cut. The texts of the window itself are those it was started with.
 */
class RequestInFrenchTest {

	private final Locale before = Locale.getDefault();

	@BeforeEach
	void speakFrench() {
		assumeTrue(PlatformUI.isWorkbenchRunning(), "this test needs the workbench");
		Locale.setDefault(Locale.FRENCH);
	}

	@AfterEach
	void speakAsBefore() {
		Locale.setDefault(before);
	}

	@Test
	@DisplayName("M03 to M13, B05: a person requests and completes a certificate in French")
	void aPersonRequestsACertificate() {
		new RequestScenario(new SwtDriver(TestDisplay.get()), "request-fr").run();
	}
}
