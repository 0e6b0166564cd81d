package org.certbench.ui.wizard.internal;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Locale;

import org.certbench.ui.driver.HandOverScenario;
import org.certbench.ui.driver.PasswordScenario;
import org.certbench.ui.driver.RenewalScenario;
import org.certbench.ui.driver.RequestScenario;
import org.certbench.ui.driver.RevocationScenario;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

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

	@Test
	@Order(2)
	@DisplayName("M25, W07: the renewed keystore is handed over to the software's folder, and asked for no longer")
	void theRenewedKeystoreIsHandedOver(@TempDir Path software) {
		new HandOverScenario(new SwtDriver(TestDisplay.get()), "hand-over-en", software).run();
	}

	/** French texts are the longest: none may be cut. Those of the window are as it was started. */
	@Test
	@Order(3)
	@DisplayName("M03 to M13, B05: a person requests and completes a first certificate, with the pages in French")
	void aPersonRequestsACertificateInFrench() {
		inFrench(() -> new RequestScenario(new SwtDriver(TestDisplay.get()), "request-fr").run());
	}

	@Test
	@Order(4)
	@DisplayName("M35, B05: its password is changed, with the pages in French")
	void itsPasswordIsChangedInFrench() {
		inFrench(() -> new PasswordScenario(new SwtDriver(TestDisplay.get()), "password-fr").run());
	}

	@Test
	@Order(5)
	@DisplayName("M30: a form for a revocation is written, and the renewed certificate is revoked")
	void theRenewedCertificateIsRevoked(@TempDir Path papers) {
		new RevocationScenario(new SwtDriver(TestDisplay.get()), "revocation-en", papers).run("NIHII");
	}

	@Test
	@Order(6)
	@DisplayName("M30, B05: a person's certificate is revoked, with the pages in French")
	void aPersonsCertificateIsRevokedInFrench(@TempDir Path papers) {
		inFrench(() -> new RevocationScenario(new SwtDriver(TestDisplay.get()), "revocation-fr", papers).run("SSIN"));
	}

	private static void inFrench(Runnable scenario) {
		var before = Locale.getDefault();
		Locale.setDefault(Locale.FRENCH);
		try {
			scenario.run();
		} finally {
			Locale.setDefault(before);
		}
	}
}
