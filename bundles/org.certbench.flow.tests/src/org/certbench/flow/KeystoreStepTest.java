package org.certbench.flow;

import static org.certbench.flow.KnownKeystores.life;
import static org.certbench.flow.TestSession.KEY;
import static org.certbench.flow.TestSession.OTHER_KEY;
import static org.certbench.flow.TestSession.request;
import static org.certbench.flow.TestSession.secret;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.inventory.Words;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.keystore.KeystoreException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The question for a keystore")
class KeystoreStepTest {

	private final TestSession test = new TestSession();
	private final KeystoreStep step = new KeystoreStep("Which one?", KeystoreStep.awaiting(NextAction.COMPLETE),
			(session, keystore, progress) -> session.workOn(keystore.keyIdentifier()));

	private static Optional<Path> chosen(FlowSession session) {
		return session.get(Answer.KEYSTORE_FILE);
	}

	@Test
	@DisplayName("M13: finds those that come into question in this environment, and chooses the first")
	void candidates() throws Exception {
		var sent = Optional.of(request(KEY, "sent.p12", Milestone.SENT));
		test.inventory.known.add(life("done.p12", Environment.SIMULATOR, LifeCycleState.ACTIVE, Optional.empty()));
		test.inventory.known.add(life("other.acc-p12", Environment.ACCEPTANCE, LifeCycleState.REQUESTED, sent));
		test.inventory.known.add(life("sent.p12", Environment.SIMULATOR, LifeCycleState.REQUESTED, sent));
		var session = test.open();

		step.enter(session, Progress.NONE);

		assertEquals(List.of(Path.of("sent.p12")), step.candidates().stream().map(life -> life.file()).toList());
		assertEquals(Path.of("sent.p12"), chosen(session).orElseThrow());
	}

	@Test
	@DisplayName("M13: says why it chose the first by itself, and nothing of one that a person chose")
	void reason() throws Exception {
		var sent = Optional.of(request(KEY, "sent.p12", Milestone.SENT));
		test.inventory.known.add(life("sent.p12", Environment.SIMULATOR, LifeCycleState.REQUESTED, sent));
		var session = test.open();
		assertEquals(Optional.empty(), step.reason(session), "nothing is chosen yet");
		step.enter(session, Progress.NONE);
		var only = step.reason(session).orElseThrow();
		assertTrue(only.contains(Words.of(NextAction.COMPLETE)) && only.contains(SummaryBuilder.day(TestSession.NOW)), only);

		test.inventory.known.add(life("another.p12", Environment.SIMULATOR, LifeCycleState.REQUESTED, sent));
		session.remove(Answer.KEYSTORE_FILE);
		step.enter(session, Progress.NONE);
		var first = step.reason(session).orElseThrow();
		assertEquals(Texts.of(KeystoreStep.class).get("keystore.first", 2, KeystoreStep.standing(step.candidates().getFirst())), first);

		session.put(Answer.KEYSTORE_FILE, Path.of("another.p12"));
		assertEquals(Optional.empty(), step.reason(session));
	}

	@Test
	@DisplayName("M13: a certificate is told from others by where it stands, an estimate as one")
	void standing() {
		var none = life("a.p12", Environment.SIMULATOR, LifeCycleState.ACTIVE, Optional.empty());
		assertTrue(KeystoreStep.standing(none).contains(Words.of(LifeCycleState.ACTIVE)));
		var checked = KeystoreStep.standing(dated(none, Knowledge.VERIFIED));
		assertTrue(checked.contains(SummaryBuilder.day(TestSession.NOW)), checked);
		assertNotEquals(checked, KeystoreStep.standing(dated(none, Knowledge.ESTIMATED)));
	}

	private static CertificateLife dated(CertificateLife life, Knowledge knowledge) {
		return new CertificateLife(life.file(), life.environment(), life.holder(), life.holderName(), life.key(), life.state(),
				new Validity(Instant.EPOCH, TestSession.NOW, knowledge), null, null, null, null, "", null);
	}

	@Test
	@DisplayName("looks at the disk where the index knows none")
	void scans() throws Exception {
		test.inventory.onlyOnDisk.add(life("sent.p12", Environment.SIMULATOR, LifeCycleState.REQUESTED,
				Optional.of(request(KEY, "sent.p12", Milestone.SENT))));
		var session = test.open();

		step.enter(session, Progress.NONE);

		assertEquals(1, step.candidates().size());
	}

	@Test
	@DisplayName("does not change a keystore that was chosen beforehand")
	void chosenBeforehand() throws Exception {
		candidates();
		var session = test.open();
		session.put(Answer.KEYSTORE_FILE, Path.of("mine.p12"));

		step.enter(session, Progress.NONE);

		assertEquals(Path.of("mine.p12"), chosen(session).orElseThrow());
	}

	@Test
	@DisplayName("takes the keystore of the request that is resumed, and no other")
	void resumed() throws Exception {
		test.journal.tellOf(request(KEY, "mine.p12", Milestone.SENT));
		test.keystores.add("mine.p12", KEY);
		test.keystores.add("other.p12", OTHER_KEY);
		var session = test.open();
		session.put(Answer.RESUMED_REQUEST, KEY);
		session.put(Answer.KEYSTORE_PASSWORD, secret("any"));

		step.enter(session, Progress.NONE);
		assertEquals(Path.of("mine.p12"), chosen(session).orElseThrow());
		step.perform(session, Progress.NONE);
		assertEquals(KEY, session.request().orElseThrow());

		session.put(Answer.KEYSTORE_FILE, Path.of("other.p12"));
		assertThrows(KeystoreException.OtherKey.class, () -> step.perform(session, Progress.NONE));
	}

	@Test
	@DisplayName("opens it for as long as the session lasts, and remembers what it showed")
	void opens() throws Exception {
		test.keystores.add("mine.p12", KEY);
		var session = test.open();
		session.put(Answer.KEYSTORE_FILE, Path.of("mine.p12"));
		assertEquals(List.of("password"), step.check(session).stream().map(problem -> problem.answer().id()).toList());
		session.put(Answer.KEYSTORE_PASSWORD, secret("any"));

		step.perform(session, Progress.NONE);

		assertEquals(Path.of("mine.p12"), KeystoreStep.opened(session).file());
		assertEquals(List.of(Path.of("mine.p12")), test.inventory.remembered);
		session.close();
		assertEquals(List.of(Path.of("mine.p12")), test.keystores.closed);
	}

	@Test
	@DisplayName("M26: an older one is asked for and opened beside the present one, also where a request is resumed")
	void older() throws Exception {
		test.journal.tellOf(request(KEY, "mine.p12", Milestone.SENT));
		test.keystores.add("mine.p12", KEY);
		test.keystores.add("old.p12", OTHER_KEY);
		test.inventory.known.add(life("old.p12", Environment.SIMULATOR, LifeCycleState.SUPERSEDED, Optional.empty()));
		var older = KeystoreStep.ofOlder("Which older one?", known -> known, (session, keystore, progress) -> {
			// any will do
		});
		var session = test.open();
		session.put(Answer.RESUMED_REQUEST, KEY);
		session.put(Answer.KEYSTORE_PASSWORD, secret("any"));
		step.enter(session, Progress.NONE);
		step.perform(session, Progress.NONE);

		older.enter(session, Progress.NONE);

		assertEquals(Path.of("old.p12"), session.require(Answer.OLD_KEYSTORE_FILE));
		assertEquals(List.of("old-password"), older.check(session).stream().map(problem -> problem.answer().id()).toList());
		session.put(Answer.OLD_KEYSTORE_PASSWORD, secret("any"));
		older.perform(session, Progress.NONE);
		assertEquals(Path.of("old.p12"), KeystoreStep.openedOlder(session).file());
		assertEquals(Path.of("mine.p12"), KeystoreStep.opened(session).file());
		assertEquals(KEY, session.request().orElseThrow());
	}

	@Test
	@DisplayName("M01: refuses a keystore of another environment, by its name and by the journal")
	void otherEnvironment() {
		var session = test.open();
		test.keystores.add("SSIN=85999900189 20260301-100000.acc-p12", KEY);
		session.put(Answer.KEYSTORE_PASSWORD, secret("any"));
		session.put(Answer.KEYSTORE_FILE, Path.of("SSIN=85999900189 20260301-100000.acc-p12"));
		assertThrows(FlowException.OtherEnvironment.class, () -> step.perform(session, Progress.NONE));

		test.journal.tellOf(request(OTHER_KEY, "mine.p12", Milestone.SENT));
		test.keystores.add("mine.p12", OTHER_KEY);
		var production = test.in(Environment.PRODUCTION).open();
		production.put(Answer.KEYSTORE_PASSWORD, secret("any"));
		production.put(Answer.KEYSTORE_FILE, Path.of("mine.p12"));
		assertThrows(FlowException.OtherEnvironment.class, () -> step.perform(production, Progress.NONE));
	}

	@Test
	@DisplayName("M01: refuses a keystore whose certificate another environment issued, and remembers nothing of it")
	void issuedElsewhere() {
		test.issuedElsewhere = true;
		test.keystores.add("mine.p12", KEY);
		var session = test.open();
		session.put(Answer.KEYSTORE_FILE, Path.of("mine.p12"));
		session.put(Answer.KEYSTORE_PASSWORD, secret("any"));

		assertThrows(FlowException.IssuedElsewhere.class, () -> step.perform(session, Progress.NONE));

		assertEquals(Optional.empty(), session.request());
		assertEquals(List.of(), test.inventory.remembered);
	}
}
