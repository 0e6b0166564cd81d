package org.certbench.ui.wizard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;

import org.certbench.core.Finding;
import org.certbench.core.Severity;
import org.certbench.flow.Answer;
import org.certbench.flow.CardStep;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The wizard's page of the card, with readers whose cards come and go. */
@DisplayName("The wizard's page of the card")
class CardPageTest {

	@Test
	@DisplayName("M04: the only card is chosen by itself when it comes, and no longer when it goes")
	void theOnlyCardIsChosenByItself() {
		var setup = new OpenWizard.Setup();
		try (var wizard = setup.open(new CardStep())) {
			wizard.ui.await("readers are watched", () -> setup.readers.watchers() == 1);
			assertFalse(wizard.ui.isEnabled("wizard.next"));
			var card = FakeCard.real("JANE");
			setup.readers.insert(card);
			wizard.ui.awaitEnabled("wizard.next");
			assertTrue(wizard.ui.text("wizard.card.remark").contains("JANE DOE"));
			setup.readers.remove(card);
			wizard.ui.await("the card is gone", () -> !wizard.ui.isEnabled("wizard.next"));
			assertTrue(wizard.answer(Answer.CARD).isEmpty());
		}
		assertEquals(0, setup.readers.watchers(), "nobody watches the readers after the wizard");
	}

	@Test
	@DisplayName("M04: between several real cards a person chooses; the choice is remembered")
	void betweenSeveralCardsAPersonChooses() {
		var setup = new OpenWizard.Setup();
		setup.readers.insert(FakeCard.real("JANE"));
		setup.readers.insert(FakeCard.another("JOHN"));
		try (var wizard = setup.open(new CardStep())) {
			wizard.ui.await("the cards are listed", () -> wizard.ui.rows("wizard.card.card").size() == 2);
			assertFalse(wizard.ui.isEnabled("wizard.next"));
			wizard.ui.select("wizard.card.card", "JOHN");
			assertTrue(wizard.ui.isEnabled("wizard.next"));
		}
		try (var again = setup.open(new CardStep())) {
			again.ui.awaitEnabled("wizard.next");
			assertEquals("JOHN DOE", again.answer(Answer.CARD).orElseThrow().identity().displayName());
		}
	}

	@Test
	@DisplayName("M04: a real card that comes later is chosen before virtual ones, and again when it comes back")
	void aRealCardGoesBeforeVirtualOnes() {
		var setup = new OpenWizard.Setup();
		setup.readers.insert(FakeCard.virtual("JANE"));
		setup.readers.insert(FakeCard.anotherVirtual("JOHN"));
		try (var wizard = setup.open(new CardStep())) {
			awaitChosen(wizard, "JANE");
			var real = FakeCard.real("JIM");
			setup.readers.insert(real);
			awaitChosen(wizard, "JIM");
			setup.readers.remove(real);
			awaitChosen(wizard, "JANE");
			setup.readers.insert(real);
			awaitChosen(wizard, "JIM");
		}
	}

	@Test
	@DisplayName("M04: a card that was chosen by hand stays it though others come, and is it again when it comes back")
	void whatWasChosenByHandStays() {
		var setup = new OpenWizard.Setup();
		var virtual = FakeCard.anotherVirtual("JOHN");
		setup.readers.insert(FakeCard.virtual("JANE"));
		setup.readers.insert(virtual);
		try (var wizard = setup.open(new CardStep())) {
			awaitChosen(wizard, "JANE");
			wizard.ui.select("wizard.card.card", "JOHN");
			setup.readers.insert(FakeCard.another("JIM"));
			wizard.ui.await("the card is listed", () -> wizard.ui.rows("wizard.card.card").size() == 3);
			awaitChosen(wizard, "JOHN");
			setup.readers.remove(virtual);
			awaitChosen(wizard, "JIM");
			setup.readers.insert(virtual);
			awaitChosen(wizard, "JOHN");
		}
	}

	private static void awaitChosen(OpenWizard wizard, String name) {
		wizard.ui.await("chosen: " + name, () -> wizard.answer(Answer.CARD)
				.filter(card -> card.identity().firstNames().contains(name)).isPresent());
	}

	@Test
	@DisplayName("eid-expired: what is wrong with the card is told below whose it is, and is gone with the card")
	void whatIsWrongWithTheCardIsTold() {
		var setup = new OpenWizard.Setup();
		var card = FakeCard.real("JANE").with(new Finding(Severity.ERROR, "eid-expired", URI.create("reader:test"), null,
				"The card & its certificates have expired.", true));
		setup.readers.insert(card);
		try (var wizard = setup.open(new CardStep())) {
			wizard.ui.await("the finding is told", () -> wizard.ui.isShown("wizard.card.findings")
					&& wizard.ui.text("wizard.card.findings").contains("have expired."));
			wizard.ui.screenshot("wizard-card-findings");
			assertEquals(List.of(), wizard.ui.cutTexts());
			setup.readers.remove(card);
			wizard.ui.await("it is gone with the card", () -> !wizard.ui.isShown("wizard.card.findings"));
		}
	}

	@Test
	@DisplayName("W09: a virtual card says so, and tells its PIN")
	void aVirtualCardSaysSo() {
		var setup = new OpenWizard.Setup();
		setup.readers.insert(FakeCard.virtual("JANE"));
		try (var wizard = setup.open(new CardStep())) {
			wizard.ui.awaitEnabled("wizard.next");
			assertTrue(wizard.ui.text("wizard.card.virtual").contains("4711"));
		}
	}
}
