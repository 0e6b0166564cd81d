package org.certbench.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.certbench.flow.Flows;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.testing.TestLanguage;
import org.certbench.testing.TestLives;
import org.certbench.testing.Translations;
import org.certbench.ui.Dates;
import org.certbench.ui.FlowStart;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Snapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the start page offers to do next. */
class NextStepsTest {

	private static final CertificateLife DUE = TestLives.life("DUE", LifeCycleState.RENEWAL_DUE, Duration.ofDays(12));
	private static final RequestRecord PENDING = TestLives.request("ASKED", Milestone.SENT);

	@Test
	@DisplayName("M22: what is under way comes first, then what the rules found")
	void order() {
		var found = TestLives.finding("DUE", Severity.WARNING, "renew", true);
		assertEquals(List.of("complete ASKED", "renew DUE"), steps(List.of(found), List.of(PENDING)));
	}

	@Test
	@DisplayName("M22: what comes next for a request is said, and since when that is so")
	void sinceWhen() {
		var step = NextSteps.steps(new Snapshot(TestLives.NOW, List.of(), List.of(), List.of(PENDING)), Environment.SIMULATOR,
				new NamedLikeProblems()).getFirst();

		assertTrue(step.what().startsWith(Words.of(NextAction.COMPLETE)), step::what);
		assertTrue(step.what().contains(Dates.day(PENDING.since())), step::what);
	}

	@Test
	@DisplayName("what is pending and found as well is offered once")
	void once() {
		var found = TestLives.findingOfRequest("ASKED", "complete");
		assertEquals(List.of("complete ASKED"), steps(List.of(found), List.of(PENDING)));
	}

	@Test
	@DisplayName("M01: what is to be done in another environment is not offered")
	void otherEnvironment() {
		var found = TestLives.finding("DUE", Severity.WARNING, "renew", true);
		assertEquals(List.of(), steps(List.of(found), List.of(PENDING), Environment.ACCEPTANCE));
	}

	@Test
	@DisplayName("notes are for the guide, not for the start page")
	void notes() {
		var note = TestLives.finding("DUE", Severity.INFORMATION, "renew", false);
		assertEquals(List.of(), steps(List.of(note), List.of()));
	}

	@Test
	@DisplayName("what must be at hand reads as one sentence, abbreviations as they are")
	void needs() {
		assertEquals("your eID and its PIN", Tasks.withinSentence("Your eID and its PIN"));
		assertEquals("PIN", Tasks.withinSentence("PIN"));
	}

	@Test
	@DisplayName("B05: in German nouns and the polite form stay as they are within a sentence")
	void needsInGerman() {
		try (var german = TestLanguage.of(Locale.GERMANY)) {
			assertEquals(List.of("ein Kartenleser", "Ihre eID und ihre PIN", "Passwort des Keystores"),
					Stream.of("Ein Kartenleser", "Ihre eID und ihre PIN", "Passwort des Keystores").map(Tasks::withinSentence).toList());
		}
	}

	@Test
	@DisplayName("M02: completing is offered under new requests and under renewals")
	void groups() {
		assertEquals(List.of("request", "renewal"), Tasks.groups("both"));
		assertEquals(List.of("renewal"), Tasks.groups("renewal"));
	}

	@Test
	void translations() {
		Translations.check(Tasks.class);
	}

	private static List<String> steps(List<Finding> findings, List<RequestRecord> requests) {
		return steps(findings, requests, Environment.SIMULATOR);
	}

	private static List<String> steps(List<Finding> findings, List<RequestRecord> requests, Environment environment) {
		return NextSteps.steps(new Snapshot(TestLives.NOW, List.of(DUE), findings, requests), environment, new NamedLikeProblems())
				.stream().map(step -> step.start().flow().id() + " " + step.who()).toList();
	}

	/** Each problem is solved by the flow of its name. */
	private static final class NamedLikeProblems implements FlowStarts {

		@Override
		public List<FlowStart> all() {
			return List.of();
		}

		@Override
		public List<FlowStart> on(CertificateLife certificate) {
			return List.of();
		}

		@Override
		public Optional<FlowStart> dueFor(CertificateLife certificate) {
			return Optional.empty();
		}

		@Override
		public Optional<FlowStart> next(RequestRecord request) {
			return Optional.of(start("complete", request));
		}

		@Override
		public Optional<FlowStart> solving(Finding finding) {
			return Optional.of(start(finding.problem(), finding.subject().getScheme().equals("request") ? PENDING : null));
		}

		@Override
		public Optional<FlowStart> solving(String problem) {
			return Optional.empty();
		}

		private static FlowStart start(String flow, RequestRecord request) {
			var description = new Flows.Description(flow, "other", flow, flow, List.of(), null, true, Set.of());
			return new FlowStart(description, request == null ? null : request.keystore(), request == null ? null : request.key(),
					(id, keystore, key) -> {
					});
		}
	}
}
