package org.certbench.ui.swtbot;

import java.nio.file.Path;

import org.certbench.guide.Guide;
import org.certbench.ui.Services;
import org.certbench.ui.driver.GuideScenario;
import org.certbench.ui.driver.HandOverScenario;
import org.certbench.ui.driver.PasswordScenario;
import org.certbench.ui.driver.RenewalScenario;
import org.certbench.ui.driver.RequestScenario;
import org.certbench.ui.driver.RevocationScenario;
import org.certbench.ui.driver.TestDisplay;
import org.eclipse.swtbot.swt.finder.junit5.SWTBotJunit5Extension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The same flows through the same page objects as with our own driver, by SWTBot. */
@ExtendWith(SWTBotJunit5Extension.class)
@TestMethodOrder(OrderAnnotation.class)
class CertificatesInTheWindowTest {

	@Test
	@Order(1)
	@DisplayName("M21 to M24, W08: SWTBot renews the demonstration keystore in the window")
	void swtBotRenewsTheDemonstrationKeystore() {
		new RenewalScenario(new SwtBotDriver(), "swtbot-renewal").run();
	}

	@Test
	@Order(2)
	@DisplayName("M25, W08: SWTBot hands the renewed keystore over")
	void swtBotHandsOver(@TempDir Path software) {
		new HandOverScenario(new SwtBotDriver(), "swtbot-hand-over", software).run();
	}

	@Test
	@Order(3)
	@DisplayName("M03 to M13, W08: SWTBot requests and completes a first certificate")
	void swtBotRequestsACertificate() {
		new RequestScenario(new SwtBotDriver(), "swtbot-request").run();
	}

	@Test
	@Order(4)
	@DisplayName("M35, W08: SWTBot changes its password")
	void swtBotChangesThePassword() {
		new PasswordScenario(new SwtBotDriver(), "swtbot-password").run();
	}

	@Test
	@Order(5)
	@DisplayName("M31, M32, W08: SWTBot finds each page of the guide")
	void swtBotFindsEachPageOfTheGuide() {
		var pages = TestDisplay.get().syncCall(() -> Services.find(Guide.class).orElseThrow().pages());
		new GuideScenario(new SwtBotDriver(), "swtbot-guide", pages).run();
	}

	@Test
	@Order(6)
	@DisplayName("M30, W08: SWTBot writes a form for a revocation, and revokes")
	void swtBotRevokes(@TempDir Path papers) {
		new RevocationScenario(new SwtBotDriver(), "swtbot-revocation", papers).run("SSIN");
	}
}
