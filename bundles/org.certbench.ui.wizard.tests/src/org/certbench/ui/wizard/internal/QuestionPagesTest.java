package org.certbench.ui.wizard.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.CardStep;
import org.certbench.flow.CertificateStep;
import org.certbench.flow.Choice;
import org.certbench.flow.Choice.Option;
import org.certbench.flow.ChoiceStep;
import org.certbench.flow.ContactStep;
import org.certbench.flow.HolderStep;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.KnownCertificate;
import org.certbench.flow.PasswordStep;
import org.certbench.flow.Summary;
import org.certbench.flow.SummaryStep;
import org.certbench.flow.TermsStep;
import org.certbench.keystore.PasswordPolicy;
import org.certbench.ui.Dates;
import org.certbench.ui.wizard.internal.page.PasswordPage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The pages that ask something, each with what it accepts and what it says to anything else. */
class QuestionPagesTest {

	private static final String OTHER = "NIHII-AMBU_SERVICE=79699950 20230114-192356.p12";

	@Test
	@DisplayName("M03: terms that do not fit must be read to their end before they can be accepted")
	void longTermsAreReadFirst() {
		try (var wizard = OpenWizard.with(new TermsStep("<p>" + "Read this. ".repeat(4000) + "</p>"))) {
			wizard.ui.await("the terms are shown", () -> !wizard.ui.text("wizard.terms.text").isEmpty());
			assertFalse(wizard.ui.isEnabled("wizard.terms.terms-accepted"));
			assertFalse(wizard.ui.isEnabled("wizard.next"));
			wizard.ui.scrollToEnd("wizard.terms.text");
			wizard.ui.awaitEnabled("wizard.terms.terms-accepted");
			assertFalse(wizard.hint().isBlank(), "it is said why one cannot go on");
			wizard.ui.click("wizard.terms.terms-accepted");
			assertTrue(wizard.ui.isEnabled("wizard.next"));
			assertEquals("", wizard.hint());
		}
	}

	@Test
	@DisplayName("M03: short terms can be accepted at once")
	void shortTermsCanBeAcceptedAtOnce() {
		try (var wizard = OpenWizard.with(new TermsStep("<h1>Terms</h1><p>Be nice.</p>"))) {
			wizard.ui.awaitEnabled("wizard.terms.terms-accepted");
			assertEquals("Terms\nBe nice.", wizard.ui.text("wizard.terms.text"));
		}
	}

	@Test
	@DisplayName("M05: the holder is searched and chosen; a person has no application id, an organisation's is checked")
	void theHolderIsChosen() {
		var setup = new OpenWizard.Setup().mayOrderFor("SSIN=85999900189", "JANE DOE")
				.mayOrderFor("NIHII-AMBU_SERVICE=79699950", "AMBULANCE & CO", "", "SECOND")
				.mayOrderFor("NIHII-PHARMACY=99999971", "PHARMACY");
		setup.readers.insert(FakeCard.real("JANE"));
		try (var wizard = setup.open(new CardStep(), new HolderStep())) {
			wizard.next();
			wizard.ui.awaitShown("wizard.holder.applicant");
			wizard.ui.await("all are listed", () -> wizard.ui.rows("wizard.holder.applicant").size() == 3);
			assertFalse(wizard.ui.isEnabled("wizard.next"), "nobody is chosen by itself");
			wizard.ui.type("wizard.holder.search", "ambu");
			assertEquals(1, wizard.ui.rows("wizard.holder.applicant").size());
			wizard.ui.select("wizard.holder.applicant", "AMBULANCE");
			assertTrue(wizard.ui.text("wizard.holder.remark").contains("SECOND"), "it is said which there are");
			wizard.ui.type("wizard.holder.application-id", "not like this");
			assertFalse(wizard.ui.text("wizard.holder.application-id.problem").isBlank());
			assertEquals(List.of(), wizard.ui.cutTexts());
			wizard.ui.type("wizard.holder.application-id", "SECOND");
			var taken = wizard.ui.text("wizard.holder.remark");
			assertEquals(List.of(), wizard.ui.cutTexts());
			wizard.ui.type("wizard.holder.application-id", "THIRD");
			assertNotEquals(taken, wizard.ui.text("wizard.holder.remark"), "one that is there already is told to be so");
			assertTrue(wizard.ui.isEnabled("wizard.next"));
			wizard.ui.type("wizard.holder.search", "");
			wizard.ui.select("wizard.holder.applicant", "JANE");
			assertEquals("", wizard.ui.text("wizard.holder.application-id"));
			assertFalse(wizard.ui.isEnabled("wizard.holder.application-id"));
			assertTrue(wizard.ui.isEnabled("wizard.next"));
		}
	}

	@Test
	@DisplayName("M07: a wrong e-mail address is said beside its field while typing; what is missing is no fault yet")
	void contactDataAreCheckedWhileTyping() {
		try (var wizard = OpenWizard.with(new ContactStep())) {
			wizard.ui.awaitEnabled("wizard.contact.email");
			assertTrue(wizard.ui.text("wizard.explanation").contains("info@"), "a generic address is advised");
			assertEquals("", wizard.ui.text("wizard.contact.email.problem"));
			wizard.ui.type("wizard.contact.email", "jane");
			assertFalse(wizard.ui.text("wizard.contact.email.problem").isBlank());
			wizard.ui.type("wizard.contact.phone", "none");
			wizard.ui.screenshot("wizard-wrong-answers");
			assertEquals(List.of(), wizard.ui.cutTexts());
			wizard.ui.type("wizard.contact.phone", "");
			wizard.ui.type("wizard.contact.email", "jane@example.org");
			assertEquals("", wizard.ui.text("wizard.contact.email.problem"));
			assertFalse(wizard.ui.isEnabled("wizard.next"));
			assertFalse(wizard.hint().isBlank());
			wizard.ui.type("wizard.contact.phone", "02 555 01 01");
			assertTrue(wizard.ui.isEnabled("wizard.next"));
		}
	}

	@Test
	@DisplayName("M07: base services are ticked, others named by their codes; all go into one answer")
	void baseServicesAreTicked() {
		try (var wizard = OpenWizard.with(new ContactStep())) {
			wizard.ui.awaitEnabled("wizard.contact.email");
			wizard.ui.click("wizard.contact.use.codage");
			wizard.ui.type("wizard.contact.use", "mine, tsa2");
			assertEquals("codage,mine,tsa2", wizard.answer(Answer.BASE_SERVICES).orElseThrow());
			wizard.ui.type("wizard.contact.use", "not a code!");
			assertFalse(wizard.ui.text("wizard.contact.use.problem").isBlank());
		}
	}

	@Test
	@DisplayName("Contact data are remembered for the next time, and do not replace what is known")
	void contactDataAreRemembered() {
		var setup = new OpenWizard.Setup();
		try (var wizard = setup.open(new ContactStep())) {
			wizard.ui.awaitEnabled("wizard.contact.email");
			wizard.ui.type("wizard.contact.email", "jane@example.org");
		}
		try (var again = setup.open(new ContactStep())) {
			again.ui.awaitEnabled("wizard.contact.email");
			assertEquals("jane@example.org", again.ui.text("wizard.contact.email"));
		}
	}

	@Test
	@DisplayName("M10: each check of a password is shown, and one can go on when all hold")
	void eachCheckOfAPasswordIsShown() {
		try (var wizard = OpenWizard.with(new PasswordStep())) {
			wizard.ui.awaitEnabled("wizard.password.new-password");
			for (var check : List.of("length", "characters", "digit-or-symbol", "confirmation")) {
				assertFalse(wizard.ui.text("wizard.password.check." + check).isBlank(), check);
			}
			wizard.ui.type("wizard.password.new-password", "Renewed in 2026");
			assertFalse(wizard.ui.isEnabled("wizard.next"), "not confirmed yet");
			wizard.ui.type("wizard.password.new-password-again", "Renewed in 2027");
			assertFalse(wizard.ui.isEnabled("wizard.next"), "confirmed otherwise");
			assertEquals(check("password.not-yet", PasswordPolicy.CONFIRMATION),
					wizard.ui.text("wizard.password.check.confirmation"));
			wizard.ui.type("wizard.password.new-password-again", "Renewed in 2026");
			assertEquals(check("password.holds", PasswordPolicy.CONFIRMATION),
					wizard.ui.text("wizard.password.check.confirmation"));
			assertTrue(wizard.ui.isEnabled("wizard.next"));
		}
	}

	private static String check(String outcome, PasswordPolicy check) {
		return Texts.of(PasswordPage.class).get(outcome, check.description());
	}

	@Test
	@DisplayName("The likeliest keystore is chosen, a demonstration one tells its password; another choice forgets what was typed")
	void keystoresAreListed() {
		var setup = new OpenWizard.Setup().knows("demo.p12", LifeCycleState.RENEWAL_DUE).knows(OTHER,
				LifeCycleState.ACTIVE);
		var step = new KeystoreStep("Which?", known -> known, (session, keystore, progress) -> {
			// any will do
		});
		try (var wizard = setup.open(step)) {
			wizard.ui.awaitEnabled("wizard.keystore.password");
			assertEquals(2, wizard.ui.rows("wizard.keystore.keystore").size());
			assertTrue(wizard.ui.rows("wizard.keystore.keystore").getLast().contains(Dates.dayAndTime(
					LocalDateTime.of(2023, 1, 14, 19, 23, 56).atZone(ZoneId.systemDefault()).toInstant())), "those of one holder are told apart");
			assertEquals(Path.of("demo.p12"), wizard.answer(Answer.KEYSTORE_FILE).orElseThrow());
			var reason = step.reason(wizard.run.session()).orElseThrow();
			assertTrue(wizard.ui.text("wizard.keystore.file").startsWith(reason), "why it was chosen is said");
			assertEquals(List.of(), wizard.ui.cutTexts());
			assertEquals(OpenWizard.DEMO_PASSWORD_HINT, wizard.ui.text("wizard.keystore.hint"));
			wizard.ui.type("wizard.keystore.password", "secret");
			assertTrue(wizard.ui.isEnabled("wizard.next"));
			wizard.ui.select("wizard.keystore.keystore", OTHER);
			assertEquals("", wizard.ui.text("wizard.keystore.password"));
			assertEquals("", wizard.ui.text("wizard.keystore.hint"));
			assertFalse(wizard.ui.text("wizard.keystore.file").contains(reason), "the person chose the other one");
			assertTrue(wizard.answer(Answer.KEYSTORE_PASSWORD).isEmpty());
			assertFalse(wizard.ui.isEnabled("wizard.next"));
		}
	}

	@Test
	@DisplayName("One of several options is chosen, each explained; what is remembered is offered the next time")
	void oneOfSeveralIsChosen() {
		var choice = new Choice("target", "Where to", "Where the keystore goes.",
				List.of(new Option("folder", "A folder", "For software that reads it there."),
						new Option("file", "A file & a password", "For an integrator: a file that only the integrator can open.")),
				"", true);
		var setup = new OpenWizard.Setup();
		try (var wizard = setup.open(new ChoiceStep(choice))) {
			wizard.ui.awaitEnabled("wizard.choice.target.folder");
			assertFalse(wizard.ui.isEnabled("wizard.next"), "nothing is chosen by itself");
			assertFalse(wizard.hint().isBlank());
			wizard.ui.click("wizard.choice.target.file");
			assertEquals("file", wizard.answer(choice.answer()).orElseThrow());
			assertTrue(wizard.ui.isEnabled("wizard.next"));
			assertEquals(List.of(), wizard.ui.cutTexts());
		}
		try (var again = setup.open(new ChoiceStep(choice))) {
			again.ui.awaitEnabled("wizard.next");
			assertEquals("file", again.answer(choice.answer()).orElseThrow());
		}
	}

	@Test
	@DisplayName("M30: a certificate is chosen in a list, also one whose keystore is not here; none is chosen by itself")
	void aCertificateIsChosen() {
		var here = new KnownCertificate(null, Holder.parse("NIHII-AMBU_SERVICE=79699950"), "AMBULANCE & CO", "active", null,
				Path.of("here.p12"));
		var there = new KnownCertificate(new KeyIdentifier("0123456789ABCDEF0123456789ABCDEF01234567"),
				Holder.parse("SSIN=85999900189"), "JANE DOE", "active", Instant.parse("2027-03-01T10:00:00Z"), null);
		try (var wizard = OpenWizard.with(new CertificateStep("Which?", (session, progress) -> List.of(here, there),
				(session, progress) -> {
					// any will do
				}))) {
			wizard.ui.await("all are listed", () -> wizard.ui.rows("wizard.certificate.certificate").size() == 2);
			assertFalse(wizard.ui.isEnabled("wizard.next"), "nothing is chosen by itself");
			wizard.ui.select("wizard.certificate.certificate", "JANE");
			assertEquals(there, wizard.answer(Answer.CERTIFICATE).orElseThrow());
			assertTrue(wizard.ui.text("wizard.certificate.remark").contains(there.key().hex()));
			assertTrue(wizard.ui.isEnabled("wizard.next"));
			assertEquals(List.of(), wizard.ui.cutTexts());
		}
	}

	@Test
	@DisplayName("M30: what is final has a warning, and one goes on only after a box is ticked")
	void whatIsFinalIsConfirmed() {
		var wording = new SummaryStep.Wording("revoke", "Revoke", "Revokes.", "Revoke it", "This is final & cannot be undone.",
				"I &want it");
		try (var wizard = OpenWizard.with(new SummaryStep(wording, (session, progress) -> new Summary(List.of(), ""),
				(session, progress) -> {
					// signing is not looked at here
				}))) {
			wizard.ui.awaitEnabled("wizard.summary.confirmed");
			assertEquals(wording.warning(), wizard.ui.text("wizard.summary.warning"));
			assertFalse(wizard.ui.isEnabled("wizard.next"));
			wizard.ui.click("wizard.summary.confirmed");
			assertTrue(wizard.ui.isEnabled("wizard.next"));
			assertEquals(List.of(), wizard.ui.cutTexts());
		}
	}

	@Test
	@DisplayName("A step that the answers make needless is not in the list of steps")
	void needlessStepsAreNotListed() {
		var way = new Choice("by", "How", "How.", List.of(new Option("card", "Card", ""), new Option("paper", "Paper", "")));
		try (var wizard = OpenWizard.with(new ChoiceStep(way),
				new CardStep().onlyIf(session -> session.get(way.answer()).filter("card"::equals).isPresent()), new ContactStep())) {
			wizard.ui.awaitEnabled("wizard.choice.by.card");
			assertFalse(wizard.ui.isShown("wizard.step.card"));
			wizard.ui.click("wizard.choice.by.card");
			wizard.ui.await("the step is listed", () -> wizard.ui.isShown("wizard.step.card"));
			wizard.ui.click("wizard.choice.by.paper");
			wizard.next();
			wizard.ui.awaitShown("wizard.contact.email");
		}
	}

	@Test
	@DisplayName("M08: all of what will be signed is shown, the document too")
	void whatWillBeSignedIsShown() {
		var summary = new Summary(List.of(new Summary.Section("Certificate",
				List.of(new Summary.Row("Subject", "CN=SSIN=85999900189, OU=DOE & SONS")))), "<p>I ask for <b>this</b>.</p>");
		try (var wizard = OpenWizard.with(new SummaryStep((session, progress) -> summary, (session, progress) -> {
			// signing is not looked at here
		}))) {
			wizard.ui.awaitEnabled("wizard.next");
			assertTrue(wizard.ui.text("wizard.summary.facts").contains("CN=SSIN=85999900189, OU=DOE & SONS"));
			assertEquals("I ask for this.", wizard.ui.text("wizard.summary.document"));
			assertEquals(List.of(), wizard.ui.cutTexts());
		}
	}
}
