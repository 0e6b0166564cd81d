package org.certbench.flow;

import static org.certbench.flow.TestSession.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

import org.certbench.authority.Applicant;
import org.certbench.authority.ContactData;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Progress;
import org.certbench.flow.ContactStep.Prefill.Known;
import org.certbench.testing.TestLanguage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The questions of a flow")
class QuestionsTest {

	private final FlowSession session = new TestSession().open();

	private List<String> problems(Step step) {
		return step.check(session).stream().map(problem -> problem.answer().id()).toList();
	}

	@Test
	@DisplayName("M03: the terms must be accepted, and are the authority's own where it has some")
	void terms() {
		assertEquals(List.of("terms-accepted"), problems(TermsStep.of(session)));
		session.put(Answer.TERMS_ACCEPTED, true);
		assertEquals(List.of(), problems(TermsStep.of(session)));
		assertEquals("<p>theirs", TermsStep.of(new TestSession().open("<p>theirs")).html());
	}

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "en, legally binding", "fr, vous engage légalement" })
	@DisplayName("M03: our own terms say in the user's language that the signature is binding")
	void ownTerms(String language, String words) {
		try (var spoken = TestLanguage.of(Locale.of(language))) {
			var html = TermsStep.of(session).html();
			assertTrue(html.contains("<html lang=\"" + language + "\">"));
			assertTrue(html.contains(words));
		}
	}

	@ParameterizedTest(name = "{0} as {1} is wrong: {2}")
	@CsvSource(textBlock = """
			NIHII-AMBU_SERVICE=79691240, , false
			NIHII-AMBU_SERVICE=79691240, SECOND_ONE, false
			NIHII-AMBU_SERVICE=79691240, small, true
			SSIN=85999900189, , false
			SSIN=85999900189, SECOND_ONE, true
			""")
	@DisplayName("M05: an application id is capitals, digits, _ and -, and for organisations only")
	void applicationId(String holder, String applicationId, boolean wrong) {
		session.put(Answer.APPLICANT, new Applicant(Holder.parse(holder), "JANE DOE", List.of()));
		session.put(Answer.APPLICATION_ID, applicationId == null ? "" : applicationId);

		assertEquals(wrong ? List.of("application-id") : List.of(), problems(new HolderStep()));
	}

	@ParameterizedTest(name = "{0} with {1} certificates, for the application id \"{2}\": reached {3}")
	@CsvSource({ "SSIN=85999900189, 0, '', false", "NIHII-AMBU_SERVICE=79691240, 0, '', false",
			"NIHII-AMBU_SERVICE=79691240, 9, NEW, false", "NIHII-AMBU_SERVICE=79691240, 9, APP3, true",
			"NIHII-AMBU_SERVICE=79691240, 9, '', true", "NIHII-AMBU_SERVICE=79691240, 10, NEW, true" })
	@DisplayName("M05: how many certificates there are and can be is told before anything is signed")
	void limit(String holder, int count, String applicationId, boolean reached) {
		var there = IntStream.range(0, count).mapToObj(number -> number == 0 ? "" : "APP" + number).toList();
		assertEquals(Optional.empty(), HolderStep.limit(session), "nobody is chosen yet");
		session.put(Answer.APPLICANT, new Applicant(Holder.parse(holder), "JANE DOE", there));
		session.put(Answer.APPLICATION_ID, applicationId);

		var limit = HolderStep.limit(session).orElseThrow();

		assertEquals(reached, limit.isReached());
		assertEquals(count > 0, limit.words().contains(count + " (without application id, APP1"), limit::words);
	}

	@Test
	@DisplayName("M05: a person whose certificate is in use here is told to renew it, instead of asking for a second one")
	void personHasOne() {
		var test = new TestSession();
		var another = test.open();
		another.put(Answer.APPLICANT, new Applicant(Holder.parse("SSIN=85999900189"), "JANE DOE", List.of()));
		assertFalse(HolderStep.limit(another).orElseThrow().isReached());

		test.inventory.known.add(KnownKeystores.life("mine.p12", Environment.SIMULATOR, LifeCycleState.ACTIVE, Optional.empty()));

		assertTrue(HolderStep.limit(another).orElseThrow().isReached());
	}

	@Test
	@DisplayName("M07: personal e-mail and phone are needed, and all are checked")
	void contact() {
		var step = new ContactStep();
		assertEquals(List.of("email", "phone"), problems(step));
		assertTrue(step.check(session).stream().allMatch(AnswerProblem::missing));

		session.put(Answer.PERSONAL_EMAIL, "jane@example.org");
		session.put(Answer.GENERAL_EMAIL, "info@");
		session.put(Answer.PERSONAL_PHONE, "+32 2 555 01 01");
		session.put(Answer.GENERAL_PHONE, "at the desk");
		session.put(Answer.BASE_SERVICES, "tsa, the other one");
		assertEquals(List.of("general-email", "general-phone", "use"), problems(step));

		session.put(Answer.GENERAL_EMAIL, " info@example.org ");
		session.put(Answer.GENERAL_PHONE, "");
		session.put(Answer.BASE_SERVICES, "tsa, consultrn,,tsa");
		assertEquals(List.of(), problems(step));
		assertEquals("info@example.org", ContactStep.contactData(session).generalEmail());
		assertEquals(List.of("tsa", "consultrn"), ContactStep.baseServices(session));
	}

	@Test
	@DisplayName("M21: what is known fills the fields that were not answered yet")
	void prefilled() throws Exception {
		session.put(Answer.PERSONAL_EMAIL, "jane@example.org");
		var old = new ContactData("old@example.org", "info@example.org", "02 555 01 01", "");

		new ContactStep((run, progress) -> new Known(old, List.of("tsa", "other"))).enter(session, Progress.NONE);

		assertEquals(new ContactData("jane@example.org", "info@example.org", "02 555 01 01", ""),
				ContactStep.contactData(session));
		assertEquals(List.of("tsa", "other"), ContactStep.baseServices(session));
	}

	@Test
	@DisplayName("a choice is one of its options; the preselected one is taken where nothing is answered")
	void choice() {
		var options = List.of(new Choice.Option("one", "One", ""), new Choice.Option("two", "Two", "The second."));
		var free = new ChoiceStep(new Choice("number", "Which", "One of two.", options));
		free.enter(session, Progress.NONE);
		assertEquals(List.of("number"), problems(free));
		assertTrue(free.check(session).getFirst().missing());

		var preselected = new ChoiceStep(new Choice("number", "Which", "One of two.", options, "two", false));
		preselected.enter(session, Progress.NONE);
		assertEquals(List.of(), problems(preselected));
		assertEquals("two", session.require(preselected.choice().answer()));

		session.put(free.choice().answer(), "three");
		preselected.enter(session, Progress.NONE);
		assertFalse(preselected.check(session).getFirst().missing());
		assertTrue(preselected.check(session).getFirst().message().contains("one|two"), "what it can be is said");
	}

	@Test
	@DisplayName("a certificate is chosen by itself only where it is known beforehand, by its keystore or its key")
	void certificate() throws Exception {
		var here = new KnownCertificate(TestSession.KEY, Holder.parse("SSIN=85999900189"), "JANE DOE", "active", null,
				Path.of("here.p12"));
		var there = new KnownCertificate(TestSession.OTHER_KEY, here.holder(), "JANE DOE", "active", null, null);
		var step = new CertificateStep("Which?", (any, progress) -> List.of(here, there), (any, progress) -> {
			// any will do
		});
		step.enter(session, Progress.NONE);
		assertEquals(List.of("certificate"), problems(step));

		session.put(Answer.KEYSTORE_FILE, Path.of("here.p12"));
		step.enter(session, Progress.NONE);
		assertEquals(here, session.require(Answer.CERTIFICATE));

		session.remove(Answer.CERTIFICATE);
		session.put(Answer.CERTIFICATE_KEY, TestSession.OTHER_KEY);
		step.enter(session, Progress.NONE);
		assertEquals(there, session.require(Answer.CERTIFICATE));
	}

	@Test
	@DisplayName("M30: what cannot be undone is confirmed, anew each time it is shown")
	void confirmed() throws Exception {
		var wording = new SummaryStep.Wording("revoke", "Revoke", "Revokes.", "Revoke", "This is final.", "I want it.");
		var step = new SummaryStep(wording, (any, progress) -> new Summary(List.of(), ""), (any, progress) -> {
			// signing is not looked at here
		});
		assertEquals(List.of("confirmed"), problems(step));
		session.put(Answer.CONFIRMED, true);
		assertEquals(List.of(), problems(step));
		step.enter(session, Progress.NONE);
		assertEquals(List.of("confirmed"), problems(step));
	}

	@Test
	@DisplayName("M10: the password's checks are told one by one, the confirmation at its own field")
	void password() {
		var step = new PasswordStep();
		assertEquals(List.of("new-password"), problems(step));

		session.put(Answer.NEW_PASSWORD, secret("sécret"));
		session.put(Answer.NEW_PASSWORD_AGAIN, secret("other"));
		assertEquals(List.of("new-password", "new-password", "new-password", "new-password-again"), problems(step));
		assertFalse(step.check(session).getFirst().missing());
		assertTrue(step.check(session).getFirst().message().contains("8"));

		session.put(Answer.NEW_PASSWORD, secret("correct horse 1"));
		session.put(Answer.NEW_PASSWORD_AGAIN, secret("correct horse 1"));
		assertEquals(List.of(), problems(step));
	}
}
