package org.certbench.ui.doctor.internal;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Locale;

import org.certbench.core.Texts;
import org.certbench.testing.TestLanguage;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.certbench.ui.driver.ThisComputer;
import org.certbench.ui.driver.UiDriver;
import org.certbench.ui.driver.Views;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The view in the real workbench, with the installed checks, on the computer that runs this test: it has no card. */
@DisplayName("M34 this computer in the window")
class ComputerInTheWindowTest {

	private final UiDriver ui = new SwtDriver(TestDisplay.get());

	@BeforeEach
	void needsTheWorkbench() {
		assumeTrue(PlatformUI.isWorkbenchRunning(), "this test needs the workbench");
	}

	@AfterEach
	void close() {
		if (PlatformUI.isWorkbenchRunning()) {
			Views.hide(ComputerPart.ID);
		}
	}

	@Test
	@DisplayName("M31: what is lacking leads to the guide, and the guide's page leads back")
	void thereAndBack() {
		var computer = show("computer-window-en");
		var lacking = List.of("card-service", "reader", "card").stream()
				.filter(each -> ui.isShown("computer.more." + each)).findFirst().orElseThrow();
		computer.more(lacking);
		ui.awaitShown("guide.computer");
		ui.screenshot("computer-guide");
		ui.click("guide.computer");
		ui.await("it is looked again", () -> computer.summary().startsWith(Texts.of(ComputerPage.class).get("job")));
		computer.awaitEnd();
	}

	@Test
	@DisplayName("B05: the same in French")
	void french() {
		try (var french = TestLanguage.of(Locale.FRENCH)) {
			show("computer-window-fr");
		}
	}

	private ThisComputer show(String picture) {
		Views.show(ComputerPart.ID);
		var computer = new ThisComputer(ui).awaitEnd().refresh().awaitEnd();
		assertTrue(computer.looked().containsAll(List.of("system", "java", "data-folder", "card-service", "service", "clock")),
				computer.looked()::toString);
		ui.screenshot(picture);
		return computer;
	}
}
