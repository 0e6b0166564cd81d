package org.certbench.ui.wizard.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;

import org.certbench.ui.driver.RenewalScenario;
import org.certbench.ui.driver.RequestScenario;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Whole flows in the real workbench, against the real simulator, by following what the screen says.
 * They share one window and one data folder, empty at first.
 */
@TestMethodOrder(OrderAnnotation.class)
class CertificatesInTheWindowTest {

	@BeforeEach
	void needsTheWorkbench() {
		assumeTrue(PlatformUI.isWorkbenchRunning(), "this test needs the workbench");
	}

	@Test
	@Order(1)
	@DisplayName("M21 to M24, W09: a new user renews the demonstration keystore in the window")
	void aNewUserRenewsTheDemonstrationKeystore() {
		new RenewalScenario(new SwtDriver(TestDisplay.get()), "renewal-en").run();
	}

	/** French texts are the longest: none may be cut. Those of the window are as it was started. */
	@Test
	@Order(2)
	@DisplayName("M03 to M13, B05: a person requests and completes a first certificate, with the pages in French")
	void aPersonRequestsACertificateInFrench() {
		var before = Locale.getDefault();
		Locale.setDefault(Locale.FRENCH);
		try {
			new RequestScenario(new SwtDriver(TestDisplay.get()), "request-fr").run();
		} finally {
			Locale.setDefault(before);
		}
	}
}
