package org.certbench.guide.internal.rules;

import static org.certbench.guide.internal.rules.Sample.findings;
import static org.certbench.guide.internal.rules.Sample.life;
import static org.certbench.guide.internal.rules.Sample.renewal;
import static org.certbench.guide.internal.rules.Sample.request;
import static org.certbench.guide.internal.rules.Sample.validity;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.certbench.core.Finding;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.Inspection.Protection;
import org.certbench.testing.TestLanguage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each rule of the guide (B04): what it finds, how bad it is, what it says, and when it is silent. */
class RulesTest {

	private static final Duration DAY = Duration.ofDays(1);
	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);

	@Test
	@DisplayName("M20 renewal-due: a warning, an error in the last thirty days")
	void renewalDue() {
		var rule = new RenewalDue();
		var due = only(findings(rule, life("a.p12", LifeCycleState.RENEWAL_DUE, DAY.multipliedBy(60))));
		assertFinding(due, Severity.WARNING, "renewal-due", "a.p12");
		assertEquals("The certificate of EXAMPLE AMBULANCES (NIHII-AMBU_SERVICE=79690151) must be renewed;"
				+ " its last day: April 30, 2030 (60 days left).", due.seen());
		assertEquals(Severity.ERROR,
				only(findings(rule, life("a.p12", LifeCycleState.RENEWAL_DUE, DAY.multipliedBy(12)))).severity());
		assertTrue(findings(rule, life("a.p12", LifeCycleState.ACTIVE, DAY.multipliedBy(500))).isEmpty());
	}

	@Test
	@DisplayName("B01 an estimate is called one, in the user's language")
	void anEstimateIsCalledOne() {
		var estimated = life("a.p12", null, LifeCycleState.RENEWAL_DUE, validity(DAY, Knowledge.ESTIMATED), null, null);
		assertTrue(only(findings(new RenewalDue(), estimated)).seen().contains("one day left; an estimate"));
		Locale.setDefault(Locale.FRENCH);
		var seen = only(findings(new RenewalDue(), estimated)).seen();
		assertTrue(seen.contains("2 mars 2030 (encore un jour ; une estimation"), seen);
	}

	@Test
	@DisplayName("M12 request-not-sent: a renewal that was begun is gone on with, not begun again")
	void requestNotSent() {
		var rule = new RequestNotSent();
		assertFinding(only(findings(rule, List.of(request(Milestone.SENDING, DAY)))), Severity.WARNING, "request-not-sent",
				"new.p12");
		var begun = renewal(Milestone.KEY_CREATED, DAY);
		assertFinding(only(findings(rule, List.of(begun))), Severity.WARNING, "renewal-due", "new.p12");
		assertTrue(findings(rule, List.of(request(Milestone.SENT, DAY))).isEmpty());

		var old = life("old.p12", Sample.key(1), LifeCycleState.RENEWAL_DUE, validity(DAY, Knowledge.VERIFIED), null, begun);
		assertTrue(findings(new RenewalDue(), List.of(begun), old).isEmpty(), "one finding for one renewal");
	}

	@Test
	@DisplayName("M13 phase-2-pending: a warning, an error after ten days")
	void completionPending() {
		var rule = new CompletionPending();
		assertFinding(only(findings(rule, List.of(request(Milestone.SENT, DAY)))), Severity.WARNING, "phase-2-pending",
				"new.p12");
		assertEquals(Severity.ERROR, only(findings(rule, List.of(request(Milestone.SENT, DAY.multipliedBy(11))))).severity());
		assertTrue(only(findings(rule, List.of(request(Milestone.INSTALLED, DAY)))).seen().contains("ETK"));
		assertTrue(only(findings(rule, List.of(Sample.checkedByHand(request(Milestone.SENT, DAY))))).seen().contains("checks the request"));
		assertTrue(findings(rule, List.of(request(Milestone.TOKEN_REGISTERED, DAY))).isEmpty());
	}

	@Test
	@DisplayName("M14 completed-too-early: until when, and nothing to do before")
	void completedTooEarly() {
		var rule = new CompletionPending();
		var waiting = request(Milestone.SENT, DAY, null, false, Sample.NOW.plus(DAY));
		var finding = only(findings(rule, List.of(waiting)));
		assertEquals("completed-too-early", finding.problem());
		assertFalse(finding.needsAction());
		assertTrue(finding.seen().contains("March 2, 2030"), finding.seen());
		var over = request(Milestone.SENT, DAY, null, false, Sample.NOW);
		assertEquals("phase-2-pending", only(findings(rule, List.of(over))).problem());
	}

	@Test
	@DisplayName("M24 phase-3-pending: pressing when the old certificate expires soon")
	void activationPending() {
		var rule = new ActivationPending();
		var waiting = renewal(Milestone.TOKEN_REGISTERED, DAY);
		var finding = only(findings(rule, List.of(waiting)));
		assertFinding(finding, Severity.WARNING, "phase-3-pending", "new.p12");
		var old = life("old.p12", Sample.key(1), LifeCycleState.RENEWAL_AWAITS_ACTIVATION,
				validity(DAY.multipliedBy(5), Knowledge.VERIFIED), null, waiting);
		assertEquals(Severity.ERROR, only(findings(rule, List.of(waiting), old)).severity());
		assertTrue(findings(rule, List.of(renewal(Milestone.ACTIVATED, DAY))).isEmpty());
	}

	@Test
	@DisplayName("M25 handed-over-not: after a renewal, until it is done")
	void handOverPending() {
		var rule = new HandOverPending();
		var finding = only(findings(rule, List.of(renewal(Milestone.ACTIVATED, DAY))));
		assertFinding(finding, Severity.WARNING, "handed-over-not", "new.p12");
		assertTrue(finding.seen().contains("new.p12"));
		assertTrue(findings(rule, List.of(renewal(Milestone.HANDED_OVER, DAY))).isEmpty());
		assertTrue(findings(rule, List.of(request(Milestone.ACTIVATED, DAY))).isEmpty(), "a first one replaces nothing");
	}

	@Test
	@DisplayName("M26 old-messages: the keystore in use lacks an encryption key of an older one")
	void oldMessages() {
		var old = Sample.with(life("old.p12", LifeCycleState.SUPERSEDED, DAY.multipliedBy(20)),
				Sample.holding("old.p12", "authentication", "17"), "");
		var lacking = Sample.with(life("new.p12", LifeCycleState.ACTIVE, DAY.multipliedBy(900)),
				Sample.holding("new.p12", "authentication", "42"), "");
		var whole = Sample.with(lacking, Sample.holding("new.p12", "authentication", "42", "17"), "");

		assertFinding(only(findings(new OldMessages(), old, lacking)), Severity.WARNING, "old-messages", "new.p12");
		assertTrue(findings(new OldMessages(), old, whole).isEmpty());
		assertTrue(findings(new OldMessages(), old, life("new.p12", LifeCycleState.ACTIVE, DAY)).isEmpty(),
				"aliases that are not in clear tell nothing");
	}

	@Test
	@DisplayName("ca-list-old: a new certificate is of another authority than the one before")
	void issuerChanged() {
		var old = Sample.issuedBy(life("old.p12", LifeCycleState.SUPERSEDED, DAY.multipliedBy(20)), "CN=Issuing CA 001,C=BE");
		var renewed = life("new.p12", LifeCycleState.ACTIVE, DAY.multipliedBy(1090));
		var changed = Sample.issuedBy(renewed, "CN=Issuing CA 002,C=BE");

		var finding = only(findings(new IssuerChanged(), old, changed));

		assertFinding(finding, Severity.INFORMATION, "ca-list-old", "new.p12");
		assertFalse(finding.needsAction());
		assertTrue(finding.seen().contains("issued by Issuing CA 002; the one before was of Issuing CA 001"), finding.seen());
		assertTrue(findings(new IssuerChanged(), old, Sample.issuedBy(renewed, "C=BE,CN=Issuing CA 001")).isEmpty(), "the same");
		assertTrue(findings(new IssuerChanged(), old, renewed).isEmpty(), "not known");
		assertTrue(findings(new IssuerChanged(), changed).isEmpty(), "nothing was before");
		assertTrue(findings(new IssuerChanged(), old, Sample.issuedBy(life("new.p12", LifeCycleState.ACTIVE, DAY.multipliedBy(900)),
				"CN=Issuing CA 002,C=BE")).isEmpty(), "no news any more");
	}

	@Test
	void expired() {
		var rule = new Expired();
		var gone = life("a.p12", LifeCycleState.EXPIRED, DAY.multipliedBy(-3));
		assertFinding(only(findings(rule, gone)), Severity.ERROR, "expired", "a.p12");
		assertTrue(only(findings(rule, gone)).seen().contains("3 days ago"));
		var estimated = life("a.p12", null, LifeCycleState.EXPIRED, validity(DAY.negated(), Knowledge.ESTIMATED), null, null);
		assertEquals(Severity.WARNING, only(findings(rule, estimated)).severity());
		var longAgo = only(findings(rule, life("a.p12", LifeCycleState.EXPIRED, DAY.multipliedBy(-400))));
		assertEquals(Severity.INFORMATION, longAgo.severity());
		assertFalse(longAgo.needsAction());
	}

	@Test
	void anExpiredCertificateIsNotMissedWhereThereIsAnother() {
		var gone = life("a.p12", LifeCycleState.EXPIRED, DAY.multipliedBy(-3));
		var other = life("b.p12", LifeCycleState.ACTIVE, DAY.multipliedBy(500));
		assertTrue(findings(new Expired(), gone, other).isEmpty());
		assertTrue(findings(new Expired(), List.of(request(Milestone.SENT, DAY)), gone).isEmpty());
		assertEquals(1, findings(new Expired(), gone, Sample.with(other, null, "")).size(), "the other one is lost");
	}

	@Test
	void revoked() {
		var withdrawn = life("a.p12", LifeCycleState.REVOKED, DAY);
		assertFinding(only(findings(new Revoked(), withdrawn)), Severity.ERROR, "revoked", "a.p12");
		var other = life("b.p12", LifeCycleState.ACTIVE, DAY);
		assertEquals(Severity.INFORMATION, only(findings(new Revoked(), withdrawn, other)).severity());
	}

	@Test
	void refused() {
		var no = request(Milestone.REFUSED, DAY.multipliedBy(2));
		assertFinding(only(findings(new Refused(), List.of(no))), Severity.ERROR, "refused", "new.p12");
		assertTrue(findings(new Refused(), List.of(no, request(Milestone.SENT, DAY))).isEmpty(), "a later one was made");
	}

	@Test
	void keystoreLost() {
		var here = life("a.p12", LifeCycleState.ACTIVE, DAY);
		assertTrue(findings(new KeystoreLost(), here).isEmpty());
		assertFinding(only(findings(new KeystoreLost(), Sample.with(here, null, ""))), Severity.ERROR, "keystore-lost", "a.p12");
		var superseded = Sample.with(life("a.p12", LifeCycleState.SUPERSEDED, DAY), null, "");
		assertTrue(findings(new KeystoreLost(), superseded).isEmpty());
	}

	@Test
	void keystoreUnreadable() {
		var stranger = Sample.with(life("a.p12", LifeCycleState.ACTIVE, DAY), null, "It is damaged.");
		var finding = only(findings(new KeystoreUnreadable(), stranger));
		assertFinding(finding, Severity.WARNING, "keystore-unreadable", "a.p12");
		assertEquals("It is damaged.", finding.seen());
		var own = Sample.with(life("a.p12", Sample.key(2), LifeCycleState.ACTIVE, null, request(Milestone.SENT, DAY), null), null,
				"It is damaged.");
		assertEquals(Severity.ERROR, only(findings(new KeystoreUnreadable(), own)).severity());
	}

	@Test
	@DisplayName("a keystore that shows what is in it, and that no password opens here")
	void keystoreThatCannotBeOpened() {
		var life = life("a.p12", LifeCycleState.ACTIVE, DAY);
		assertTrue(findings(new KeystoreUnreadable(), life).isEmpty());
		var finding = only(findings(new KeystoreUnreadable(), Sample.with(life, Sample.closed("a.p12", "It asks for too much."), "")));
		assertFinding(finding, Severity.WARNING, "keystore-unreadable", "a.p12");
		assertEquals("It asks for too much.", finding.seen());
	}

	@Test
	void duplicateFile() {
		var rule = new DuplicateFile();
		var active = life("b.p12", LifeCycleState.ACTIVE, DAY.multipliedBy(500));
		var older = life("a.p12", LifeCycleState.ACTIVE, DAY.multipliedBy(400));
		var finding = only(findings(rule, older, active));
		assertFinding(finding, Severity.INFORMATION, "duplicate-file", "a.p12");
		assertTrue(finding.seen().contains("b.p12 is the newest keystore"), finding.seen());

		var copy = life("copy.p12", active.key(), LifeCycleState.ACTIVE, active.validity(), null, null);
		assertTrue(only(findings(rule, active, copy)).seen().contains("same key"));
		var superseded = life("a.p12", LifeCycleState.SUPERSEDED, DAY);
		assertTrue(only(findings(rule, superseded, active)).seen().contains("b.p12 replaced it"));
	}

	@ParameterizedTest
	@EnumSource(value = LifeCycleState.class, names = { "REQUESTED", "TOKEN_REGISTERED", "EXPIRED", "REVOKED" })
	void aKeystoreThatWaitsOrIsMerelyOldIsNoDuplicate(LifeCycleState state) {
		var active = life("b.p12", LifeCycleState.ACTIVE, DAY.multipliedBy(500));
		assertTrue(findings(new DuplicateFile(), active, life("a.p12", state, DAY)).isEmpty());
	}

	@Test
	void weakStore() {
		var rule = new WeakStore();
		var life = life("a.p12", LifeCycleState.ACTIVE, DAY);
		assertTrue(findings(rule, life).isEmpty());
		assertFinding(only(findings(rule, Sample.with(life, Sample.inspection("a.p12", Sample.STRONG, true), ""))),
				Severity.WARNING, "weak-store", "a.p12");
		for (var weak : List.of(new Protection("", 0, 10_000), new Protection("HmacPBESHA1", 1024, 2048))) {
			var finding = only(findings(rule, Sample.with(life, Sample.inspection("a.p12", weak, false), "")));
			assertFinding(finding, Severity.INFORMATION, "weak-store", "a.p12");
		}
	}

	private static Finding only(List<Finding> findings) {
		assertEquals(1, findings.size(), findings.toString());
		return findings.getFirst();
	}

	private static void assertFinding(Finding finding, Severity severity, String problem, String file) {
		assertEquals(problem, finding.problem());
		assertEquals(severity, finding.severity());
		assertEquals(severity != Severity.INFORMATION, finding.needsAction());
		assertEquals(Sample.file(file).toUri(), finding.subject());
		assertEquals(Sample.HOLDER, finding.concerned().orElseThrow());
		assertFalse(finding.seen().contains("{"), finding.seen());
	}
}
