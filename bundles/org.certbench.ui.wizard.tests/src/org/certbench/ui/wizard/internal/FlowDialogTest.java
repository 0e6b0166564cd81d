package org.certbench.ui.wizard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.core.KeyIdentifier;
import org.certbench.eid.CardException;
import org.certbench.flow.ContactStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.ResultStep.Result;
import org.certbench.flow.Summary;
import org.certbench.flow.SummaryStep;
import org.certbench.flow.TermsStep;
import org.certbench.flow.WorkStep;
import org.certbench.testing.TestLanguage;
import org.certbench.ui.Dates;
import org.certbench.ui.driver.PinDialog;
import org.certbench.ui.driver.WizardPages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the wizard goes on, back and away, and what it does when something goes wrong. */
class FlowDialogTest {

	private static final ResultStep RESULT = new ResultStep(session -> new Result(
			new Summary(List.of(new Summary.Section("Done", List.of(new Summary.Row("What", "All of it")))), ""), null));

	@Test
	@DisplayName("The button says what it does, the list of steps where one is; at the result one can only close")
	void goesFromStepToStep() {
		try (var wizard = OpenWizard.with(new TermsStep("<p>Short.</p>"), work("Send it", (session, progress) -> {
			// it goes well
		}), RESULT)) {
			wizard.ui.awaitEnabled("wizard.terms.terms-accepted");
			assertFalse(wizard.ui.isEnabled("wizard.back"));
			wizard.ui.click("wizard.terms.terms-accepted");
			wizard.next();
			wizard.ui.awaitShown("wizard.work.facts");
			wizard.ui.awaitEnabled("wizard.next");
			assertEquals("Send it", wizard.ui.text("wizard.next"));
			assertTrue(wizard.ui.isEnabled("wizard.back"));
			wizard.next();
			assertTrue(new WizardPages(wizard.ui, "test").result().contains("All of it"));
			assertFalse(wizard.ui.isShown("wizard.back"));
			assertFalse(wizard.ui.isShown("wizard.cancel"));
			wizard.next();
			wizard.ui.awaitGone("wizard.steps");
			assertTrue(wizard.run.isDone());
		}
	}

	@Test
	@DisplayName("Back shows what was answered before")
	void backShowsWhatWasAnswered() {
		try (var wizard = OpenWizard.with(new ContactStep(), work("Do it", (session, progress) -> {
			// not come to
		}))) {
			new WizardPages(wizard.ui, "test").giveContact("jane@example.org", "02 555 01 01");
			wizard.ui.awaitShown("wizard.work.facts");
			wizard.ui.awaitEnabled("wizard.back");
			wizard.ui.click("wizard.back");
			wizard.ui.awaitEnabled("wizard.contact.email");
			assertEquals("jane@example.org", wizard.ui.text("wizard.contact.email"));
		}
	}

	@Test
	@DisplayName("A failure says what happened and what to do; pressing again tries again")
	void aFailureCanBeTriedAgain() {
		var times = new AtomicInteger();
		try (var wizard = OpenWizard.with(work("Send it", (session, progress) -> {
			if (times.incrementAndGet() == 1) {
				throw new CardException.PinBlocked();
			}
		}), RESULT)) {
			wizard.next();
			wizard.ui.awaitShown("wizard.error");
			assertEquals(new CardException.PinBlocked().getMessage(), wizard.ui.text("problem.message"));
			assertEquals(new CardException.PinBlocked().remedy(), wizard.ui.text("problem.remedy"));
			wizard.ui.screenshot("wizard-error");
			assertEquals(List.of(), wizard.ui.cutTexts());
			wizard.next();
			wizard.ui.awaitShown("wizard.result.facts");
			assertFalse(wizard.ui.isShown("wizard.error"));
		}
	}

	@Test
	@DisplayName("Where the next step cannot be prepared, that is tried again without repeating what was done")
	void enteringIsTriedAgain() {
		var performed = new AtomicInteger();
		var entered = new AtomicInteger();
		var summary = new SummaryStep((session, progress) -> {
			if (entered.incrementAndGet() == 1) {
				throw new NotYetIssued(null);
			}
			return new Summary(List.of(), "");
		}, (session, progress) -> {
			// not come to
		});
		try (var wizard = OpenWizard.with(work("First", (session, progress) -> performed.incrementAndGet()), summary)) {
			wizard.next();
			wizard.ui.awaitShown("wizard.error");
			assertEquals(1, wizard.run.position());
			wizard.next();
			wizard.ui.await("it is entered", () -> entered.get() == 2 && !wizard.ui.isShown("wizard.error"));
			assertEquals(1, performed.get());
		}
	}

	@Test
	@DisplayName("Work can be stopped, and gone on with; meanwhile nothing can be pressed twice")
	void workCanBeStopped() {
		try (var wizard = OpenWizard.with(work("Send it", (session, progress) -> {
			progress.doing("Working hard");
			while (!progress.isCancelled()) {
				Thread.onSpinWait();
			}
			progress.checkCancelled();
		}))) {
			wizard.next();
			wizard.ui.awaitShown("wizard.stop");
			assertEquals("Working hard", wizard.ui.text("wizard.progress"));
			wizard.ui.screenshot("wizard-working");
			assertFalse(wizard.ui.isEnabled("wizard.next"));
			assertFalse(wizard.ui.isEnabled("wizard.back"));
			wizard.ui.click("wizard.stop");
			wizard.ui.awaitEnabled("wizard.next");
			assertFalse(wizard.ui.isShown("wizard.error"), "stopping is no failure");
			assertFalse(wizard.ui.text("wizard.progress").isBlank(), "what became of it is said");
			wizard.ui.screenshot("wizard-stopped");
		}
	}

	@Test
	@DisplayName("M06, M09: the PIN is asked with whose card it is and what is signed; after a wrong one the tries left are told")
	void thePinIsAskedOver() {
		var card = FakeCard.virtual("JANE");
		try (var wizard = OpenWizard.with(new SummaryStep((session, progress) -> new Summary(List.of(), ""),
				(session, progress) -> card.sign(session.pinEntry())), RESULT)) {
			wizard.next();
			PinDialog pin = new WizardPages(wizard.ui, "test").pin();
			assertTrue(pin.card().contains("JANE DOE"));
			assertEquals("Request of a certificate & its token", pin.meaning());
			assertTrue(pin.tries().contains("3"));
			assertFalse(wizard.ui.isEnabled("pin.ok"), "what cannot be a PIN costs no try");
			assertFalse(wizard.ui.isEnabled("wizard.cancel"), "the dialog is in front");
			pin.give("0000");
			wizard.ui.awaitShown("wizard.error");
			wizard.next();
			pin = new WizardPages(wizard.ui, "test").pin();
			assertTrue(pin.tries().contains("2"));
			pin.give("0000");
			wizard.ui.awaitGone("pin.text");
			wizard.next();
			pin = new WizardPages(wizard.ui, "test").pin();
			assertEquals(List.of(), wizard.ui.cutTexts());
			assertFalse(pin.tries().contains("2"), "before the last try it is warned: " + pin.tries());
			pin.give(pin.toldPin());
			wizard.ui.awaitShown("wizard.result.facts");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "en", "fr" })
	@DisplayName("M06 with a reader that has keys there is no field, and the notice goes by itself")
	void pinOnTheReader(String language) {
		var card = FakeCard.real("JANE");
		var entered = new CountDownLatch(1);
		var signature = new SummaryStep((session, progress) -> new Summary(List.of(), ""),
				(session, progress) -> card.signOnPad(session.pinEntry(), entered));
		try (var spoken = TestLanguage.of(Locale.of(language)); var wizard = OpenWizard.with(signature, RESULT)) {
			wizard.next();
			wizard.ui.awaitShown("pin.elsewhere");
			assertEquals("Request of a certificate & its token", wizard.ui.text("pin.meaning").replace("&&", "&"));
			wizard.ui.screenshot("wizard-pin-elsewhere-" + language);
			assertEquals(List.of(), wizard.ui.cutTexts());
			entered.countDown();
			wizard.ui.awaitGone("pin.elsewhere");
			wizard.ui.awaitShown("wizard.result.facts");
		}
	}

	@Test
	@DisplayName("Giving no PIN is no failure: one can sign again")
	void givingNoPinIsNoFailure() {
		var card = FakeCard.virtual("JANE");
		try (var wizard = OpenWizard.with(new SummaryStep((session, progress) -> new Summary(List.of(), ""),
				(session, progress) -> card.sign(session.pinEntry())), RESULT)) {
			wizard.next();
			new WizardPages(wizard.ui, "test").pin().cancel();
			wizard.ui.awaitEnabled("wizard.next");
			assertFalse(wizard.ui.isShown("wizard.error"));
			assertEquals(0, wizard.run.position());
		}
	}

	@Test
	@DisplayName("Leaving in the middle says what stays; staying goes on where one was")
	void leavingSaysWhatStays() {
		try (var wizard = OpenWizard.with(work("First", (session, progress) -> session.workOn(new KeyIdentifier("0".repeat(40)))),
				work("Second", (session, progress) -> {
					// not come to
				}))) {
			wizard.next();
			wizard.ui.await("the second step is shown", () -> wizard.ui.text("wizard.next").equals("Second"));
			wizard.ui.awaitEnabled("wizard.cancel");
			wizard.ui.click("wizard.cancel");
			wizard.ui.awaitShown("leave.message");
			wizard.ui.screenshot("wizard-leave");
			assertEquals(List.of(), wizard.ui.cutTexts());
			wizard.ui.click("leave.stay");
			wizard.ui.awaitGone("leave.message");
			assertTrue(wizard.ui.isEnabled("wizard.next"));
			wizard.ui.click("wizard.cancel");
			wizard.ui.awaitShown("leave.leave");
			wizard.ui.click("leave.leave");
			wizard.ui.awaitGone("wizard.steps");
		}
	}

	@Test
	@DisplayName("Leaving during work asks, and the work is told to stop")
	void leavingDuringWorkStopsIt() throws InterruptedException {
		var stopped = new CountDownLatch(1);
		try (var wizard = OpenWizard.with(work("Send it", (session, progress) -> {
			while (!progress.isCancelled()) {
				Thread.onSpinWait();
			}
			stopped.countDown();
			progress.checkCancelled();
		}))) {
			wizard.next();
			wizard.ui.awaitShown("wizard.stop");
			new WizardPages(wizard.ui, "test").leave();
			assertTrue(stopped.await(10, TimeUnit.SECONDS));
		}
	}

	@Test
	@DisplayName("M14: completing too early says so, looks again by itself, and one can leave it for later")
	void completingTooEarlyWaits() {
		var setup = new OpenWizard.Setup();
		var looks = new AtomicInteger();
		try (var wizard = setup.open(work("Install", (session, progress) -> {
			if (looks.incrementAndGet() < 3) {
				throw new NotYetIssued(null);
			}
		}), RESULT)) {
			wizard.next();
			wizard.ui.awaitShown("wizard.work.waiting");
			assertTrue(wizard.ui.text("wizard.work.message").contains(new NotYetIssued(null).getMessage()));
			assertTrue(wizard.ui.isEnabled("wizard.work.later"));
			wizard.ui.screenshot("wizard-not-yet");
			assertEquals(List.of(), wizard.ui.cutTexts());
			setup.later(Duration.ofMinutes(1));
			wizard.ui.await("it looks again by itself", () -> looks.get() == 2);
			setup.later(Duration.ofMinutes(1));
			wizard.ui.awaitShown("wizard.result.facts");
		}
	}

	@Test
	@DisplayName("M14: where the authority says from when on a certificate is valid, the page says so, and does not ask before")
	void completingTooEarlyTellsUntilWhen() {
		var setup = new OpenWizard.Setup();
		var until = setup.now().plus(Duration.ofHours(3));
		try (var wizard = setup.open(work("Install", (session, progress) -> {
			if (setup.now().isBefore(until)) {
				throw new NotYetIssued(until);
			}
		}), RESULT)) {
			wizard.next();
			wizard.ui.awaitShown("wizard.work.waiting");
			assertTrue(wizard.ui.text("wizard.work.message").contains(new NotYetIssued(until).getMessage()));
			assertTrue(wizard.ui.text("wizard.work.countdown").contains(Dates.dayAndTime(until)));
			wizard.ui.screenshot("wizard-not-yet-valid");
			assertEquals(List.of(), wizard.ui.cutTexts());
			setup.later(Duration.ofHours(4));
			wizard.ui.awaitShown("wizard.result.facts");
		}
	}

	private static WorkStep work(String action, WorkStep.Work work) {
		return new WorkStep(action.toLowerCase().replace(' ', '-'), action, "What it does, and why.", action, work);
	}
}
