package org.certbench.ui.cards;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Locale;

import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.ui.driver.CardScenario;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Emulated cards in a reader of the real card service, with the window open. */
@DisplayName("Cards come and go in the window, over a real pcscd")
class CardsInTheWindowTest {

	@RegisterExtension
	static final CardServiceTurn TURN = new CardServiceTurn();

	@BeforeEach
	void needsTheWorkbench() {
		assumeTrue(PlatformUI.isWorkbenchRunning(), "this test needs the workbench");
	}

	@Test
	@DisplayName("M04: the status line and the wizard's page see every card that comes or goes, and a service that comes back")
	void cardsComeAndGo() throws Exception {
		run("cards-en");
	}

	@Test
	@DisplayName("B05: the same in French")
	void cardsComeAndGoInFrench() throws Exception {
		var before = Locale.getDefault();
		Locale.setDefault(Locale.FRENCH);
		try {
			run("cards-fr");
		} finally {
			Locale.setDefault(before);
		}
	}

	private static void run(String pictures) throws Exception {
		try (var hands = new Hands(TURN)) {
			new CardScenario(new SwtDriver(TestDisplay.get()), pictures, hands).run();
		}
	}
}
