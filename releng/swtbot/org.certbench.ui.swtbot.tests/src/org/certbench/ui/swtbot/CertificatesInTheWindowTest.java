package org.certbench.ui.swtbot;

import org.certbench.ui.driver.RenewalScenario;
import org.certbench.ui.driver.RequestScenario;
import org.eclipse.swtbot.swt.finder.junit5.SWTBotJunit5Extension;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

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
	@DisplayName("M03 to M13, W08: SWTBot requests and completes a first certificate")
	void swtBotRequestsACertificate() {
		new RequestScenario(new SwtBotDriver(), "swtbot-request").run();
	}
}
