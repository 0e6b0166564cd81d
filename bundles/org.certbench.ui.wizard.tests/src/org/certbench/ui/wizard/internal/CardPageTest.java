package org.certbench.ui.wizard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Finding;
import org.certbench.core.Severity;
import org.certbench.eid.CardException;
import org.certbench.flow.Answer;
import org.certbench.flow.CardStep;
import org.certbench.ui.driver.TestDisplay;
import org.certbench.ui.driver.Widgets;
import org.certbench.ui.wizard.internal.page.HolderPhoto;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.ImageLoader;
import org.eclipse.swt.widgets.Control;
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
	@DisplayName("eid-no-reader: what keeps from reading a card is told with the guide's button, and is gone when a card is read")
	void whatKeepsFromReadingIsTold() {
		var setup = new OpenWizard.Setup();
		var noReader = new CardException.NoReader(null);
		setup.readers.failWith(noReader);
		try (var wizard = setup.open(new CardStep())) {
			wizard.ui.awaitShown("problem.message");
			assertEquals(noReader.getMessage(), wizard.ui.text("problem.message"));
			assertEquals(noReader.remedy(), wizard.ui.text("problem.remedy"));
			assertTrue(wizard.ui.isEnabled("problem.guide"));
			assertFalse(wizard.ui.isEnabled("wizard.next"));
			wizard.ui.screenshot("wizard-card-no-reader");
			assertEquals(List.of(), wizard.ui.cutTexts());
			setup.readers.failWith(null);
			setup.readers.insert(FakeCard.real("JANE"));
			wizard.ui.awaitEnabled("wizard.next");
			assertFalse(wizard.ui.isShown("problem.message"));
		}
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
	@DisplayName("M04: the holder's photo is beside the name, is read by a worker, and goes with the card")
	void thePhotoIsBesideTheName() {
		var setup = new OpenWizard.Setup();
		var card = FakeCard.real("JANE").withPhoto(drawing());
		setup.readers.insert(card);
		try (var wizard = setup.open(new CardStep())) {
			wizard.ui.await("the photo is shown", () -> wizard.ui.isShown("wizard.card.photo"));
			assertEquals("Photo of JANE DOE, from the card", photoTip());
			assertNotEquals(TestDisplay.get().getThread(), card.photoReader());
			wizard.ui.screenshot("wizard-card-photo");
			assertEquals(List.of(), wizard.ui.cutTexts());
			setup.readers.insert(FakeCard.another("JOHN"));
			wizard.ui.await("the other one is listed", () -> wizard.ui.rows("wizard.card.card").size() == 2);
			wizard.ui.select("wizard.card.card", "JOHN");
			assertFalse(wizard.ui.isShown("wizard.card.photo"), "no card is beside the photo of another");
			wizard.ui.select("wizard.card.card", "JANE");
			wizard.ui.await("the photo is shown again", () -> wizard.ui.isShown("wizard.card.photo"));
			setup.readers.remove(card);
			wizard.ui.await("it is gone with the card", () -> !wizard.ui.isShown("wizard.card.photo"));
		}
	}

	@Test
	@DisplayName("eid-not-genuine: a forged photo is not shown but told")
	void aForgedPhotoIsNotShown() {
		var setup = new OpenWizard.Setup();
		var forged = FakeCard.real("JANE").withForgedPhoto();
		setup.readers.insert(forged);
		try (var wizard = setup.open(new CardStep())) {
			wizard.ui.await("it is told", () -> wizard.ui.isShown("wizard.card.forged")
					&& wizard.ui.text("wizard.card.forged").contains("photo"));
			assertFalse(wizard.ui.isShown("wizard.card.photo"));
			wizard.ui.awaitEnabled("wizard.next");
			setup.readers.remove(forged);
			wizard.ui.await("it is gone with the card", () -> !wizard.ui.isShown("wizard.card.forged"));
		}
	}

	@Test
	@DisplayName("M04: a photo that is no picture is none")
	void whatIsNoPictureIsNotShown() throws Exception {
		assertEquals(Optional.empty(), HolderPhoto.of(FakeCard.real("JANE").withPhoto(new byte[] { 1, 2, 3 })));
		assertEquals(140, HolderPhoto.of(FakeCard.real("JANE").withPhoto(drawing())).orElseThrow().width);
	}

	private static String photoTip() {
		return TestDisplay.get().syncCall(() -> ((Control) Widgets.find(TestDisplay.get(), "wizard.card.photo")
				.orElseThrow()).getToolTipText());
	}

	private static byte[] drawing() {
		return TestDisplay.get().syncCall(() -> {
			var image = new Image(TestDisplay.get(), 140, 200);
			var gc = new GC(image);
			gc.setBackground(TestDisplay.get().getSystemColor(SWT.COLOR_DARK_CYAN));
			gc.fillOval(20, 30, 100, 140);
			gc.dispose();
			var loader = new ImageLoader();
			loader.data = new ImageData[] { image.getImageData() };
			image.dispose();
			var jpeg = new ByteArrayOutputStream();
			loader.save(jpeg, SWT.IMAGE_JPEG);
			return jpeg.toByteArray();
		});
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
