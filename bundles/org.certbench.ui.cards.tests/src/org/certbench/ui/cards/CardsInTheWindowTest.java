package org.certbench.ui.cards;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Locale;

import org.certbench.eid.TestRoots;
import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.testing.TestLanguage;
import org.certbench.ui.driver.CardScenario;
import org.certbench.ui.driver.ReturningCardScenario;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.certbench.ui.driver.ThisComputer;
import org.certbench.ui.driver.Views;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Emulated cards in a reader of the real card service, with the window open. */
@DisplayName("Cards come and go in the window, over a real pcscd")
class CardsInTheWindowTest {

	@RegisterExtension
	static final CardServiceTurn TURN = new CardServiceTurn();

	private static final String HOLDER = "Jane Ann Doe";
	private static final String GUIDE = "org.certbench.ui.guide";
	private static final String FINDINGS = "guide.findings";
	private static final String COMPUTER = "org.certbench.ui.doctor";

	@BeforeAll
	static void trustTheCards(@TempDir Path folder) throws Exception {
		Hands.trust(folder);
	}

	@AfterAll
	static void trustThemNoMore() {
		System.clearProperty(TestRoots.PROPERTY);
	}

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
		try (var french = TestLanguage.of(Locale.FRENCH)) {
			run("cards-fr");
		}
	}

	@Test
	@DisplayName("M09: a card that was taken out on the way signs once it is back, from the page that signs")
	void cardComesBack() throws Exception {
		try (var hands = new Hands(TURN)) {
			new ReturningCardScenario(new SwtDriver(TestDisplay.get()), "card-back", hands).run();
		}
	}

	@Test
	@DisplayName("M34: the view of this computer looks again by itself when a card comes or goes, or the service ends")
	void thisComputer() throws Exception {
		var ui = new SwtDriver(TestDisplay.get());
		try (var hands = new Hands(TURN)) {
			hands.startService();
			Views.show(COMPUTER);
			var computer = new ThisComputer(ui).awaitEnd();
			ui.await("the reader is empty", () -> computer.looked().contains("card"));
			hands.insertEid();
			ui.await("the card is told", () -> computer.parts().contains(HOLDER));
			ui.screenshot("computer-card");
			hands.remove();
			ui.await("the removal is told", () -> computer.looked().contains("card") && !computer.parts().contains(HOLDER));
			hands.endService();
			ui.await("the end of the service is told", () -> !computer.looked().contains("card"));
		} finally {
			Views.hide(COMPUTER);
		}
	}

	@Test
	@DisplayName("M31: an expired card is a finding in the guide as long as it is in")
	void expiredCard() throws Exception {
		var ui = new SwtDriver(TestDisplay.get());
		try (var service = TURN.start()) {
			Views.show(GUIDE);
			ui.awaitShown(FINDINGS);
			try (var inserted = service.insert(Hands.expired())) {
				ui.await("the finding is shown", () -> ui.text(FINDINGS).contains("The card was valid until"));
				ui.screenshot("guide-expired-card");
			}
			ui.await("the finding is gone", () -> !ui.text(FINDINGS).contains("The card was valid until"));
		} finally {
			Views.hide(GUIDE);
		}
	}

	private static void run(String pictures) throws Exception {
		try (var hands = new Hands(TURN)) {
			new CardScenario(new SwtDriver(TestDisplay.get()), pictures, hands).run();
		}
	}
}
