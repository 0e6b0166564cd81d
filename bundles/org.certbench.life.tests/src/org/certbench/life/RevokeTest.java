package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.certbench.authority.AuthorityException.Unreachable;
import org.certbench.authority.CertificateRecord;
import org.certbench.authority.CertificateRecord.Status;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.LifeCycleState;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.eid.CardKey;
import org.certbench.eid.virtual.VirtualCards;
import org.certbench.flow.Answer;
import org.certbench.flow.CertificateStep;
import org.certbench.flow.FlowRun;
import org.certbench.flow.FlowSession;
import org.certbench.flow.ResultStep;
import org.certbench.flow.StepKind;
import org.certbench.flow.SummaryStep;
import org.certbench.flow.revoke.internal.RevocationException;
import org.certbench.flow.revoke.internal.RevokeFlow;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.mail.internal.SmtpMailer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("M30: revoking over the service")
class RevokeTest {

	@TempDir
	private Path folder;
	@AutoClose
	private Installation installation;
	private Manager jane;
	/** What happens after the authority has revoked, before the answer arrives. */
	private ProblemException lost;

	@BeforeEach
	void install() throws Exception {
		installation = new Installation(folder, (call, made) -> {
			if (made && lost != null && call.equals("RevocationOffice.revoke")) {
				var thrown = lost;
				lost = null;
				throw thrown;
			}
		});
		jane = Manager.jane(installation);
	}

	static RevokeFlow flow() {
		return new RevokeFlow(new SmtpMailer(InstantSource.system()));
	}

	/** What is answered beforehand. */
	static Consumer<FlowSession> answers(Map<String, String> texts) {
		return session -> texts.forEach((id, text) -> session.put(new Answer<>(id, String.class), text));
	}

	private FlowRun begin(Manager manager, Path keystore, String reason) throws ProblemException {
		return manager.begin("revoke", flow(), answers(Map.of("reason", reason))
				.andThen(session -> session.put(Answer.KEYSTORE_FILE, keystore)));
	}

	private Path completed() throws ProblemException {
		var keystore = jane.request();
		jane.complete(keystore, Manager.PASSWORD);
		return keystore;
	}

	private CertificateRecord record() throws ProblemException {
		var person = Cards.in(VirtualCards.RSA_READER).signer(CardKey.AUTHENTICATION, "Look up", Cards.PIN);
		var records = installation.connection().lookUpFor(person, Progress.NONE);
		assertEquals(1, records.size());
		return records.getFirst();
	}

	@ParameterizedTest(name = "{0}: {1} on the wire")
	@CsvSource({ "key-compromise, keyCompromise", "password-forgotten, superseded", "affiliation-changed, affiliationChanged",
			"superseded, superseded", "cessation, cessationOfOperation" })
	@DisplayName("with each reason, without the keystore's password; views and journal know it from then on")
	void revoked(String reason, String wire) throws Exception {
		var keystore = completed();

		try (var run = begin(jane, keystore, reason)) {
			jane.goTo(run, StepKind.SUMMARY);
			var contract = ((SummaryStep) run.current()).summary().orElseThrow();
			assertTrue(contract.document().contains(wire), "the contract is shown before it is signed");
			assertFalse(run.check().isEmpty(), "it must be confirmed");
			jane.finish(run);
		}

		assertEquals(Status.REVOKED, record().status());
		assertEquals(Milestone.REVOKED, installation.onlyRequest().milestone());
		assertTrue(installation.onlyRequest().next().isEmpty());
		assertEquals(LifeCycleState.REVOKED, installation.life(keystore).state());
	}

	@ParameterizedTest(name = "goes on in the same run: {0}")
	@ValueSource(booleans = { true, false })
	@DisplayName("what the authority revoked, and whose answer got lost, counts as done")
	void lostAnswer(boolean inTheSameRun) throws Exception {
		var keystore = completed();
		lost = new Unreachable("the service", new IOException("the connection broke"));
		try (var run = begin(jane, keystore, "superseded")) {
			var failed = assertThrows(RevocationException.NoService.class, () -> jane.goTo(run, StepKind.RESULT));
			assertTrue(failed.remedy().contains("--by form"), "the way out is told");
			assertEquals(LifeCycleState.ACTIVE, installation.life(keystore).state());
			if (inTheSameRun) {
				run.next(Progress.NONE);
			}
		}
		if (!inTheSameRun) {
			assertEquals(keystore, jane.finish(begin(jane, keystore, "superseded")));
		}

		assertEquals(LifeCycleState.REVOKED, installation.life(keystore).state());
		assertEquals(Milestone.REVOKED, installation.onlyRequest().milestone());
	}

	@Test
	@DisplayName("keystore-lost: by its key alone, where the keystore is gone")
	void withoutFile() throws Exception {
		var keystore = completed();
		var key = installation.onlyRequest().key();
		Files.delete(keystore);

		try (var run = jane.begin("revoke", flow(), answers(Map.of("reason", "key-compromise"))
				.andThen(session -> session.put(Answer.CERTIFICATE_KEY, key)))) {
			jane.goTo(run, StepKind.RESULT);
		}

		assertEquals(Status.REVOKED, record().status());
	}

	@Test
	@DisplayName("on another computer the authority tells which certificates there are; none is chosen by itself")
	void elsewhere() throws Exception {
		completed();
		var key = installation.onlyRequest().key();
		try (var other = new Installation(folder.resolve("other"))) {
			var session = new FlowSession(other.session(Cards.PIN).services(), installation.connection(), folder, Cards.PIN, "");
			try (var run = new FlowRun("revoke", flow(), session)) {
				new Manager(other, VirtualCards.RSA_READER).goTo(run, StepKind.CERTIFICATE);
				var candidates = ((CertificateStep) run.current()).candidates();
				assertEquals(List.of(key), candidates.stream().map(each -> each.keyIdentifier().orElseThrow()).toList());
				assertFalse(run.check().isEmpty(), "nothing is revoked that nobody chose");
			}
		}
	}

	@Test
	@DisplayName("manager-gone: the certificate of another manager is refused, in the authority's words")
	void otherManager() throws Exception {
		var keystore = completed();
		var john = new Manager(installation, VirtualCards.EC_READER);

		try (var run = begin(john, keystore, "superseded")) {
			var refused = assertThrows(RevocationException.NotTheManager.class, () -> john.goTo(run, StepKind.RESULT));
			assertEquals("manager-gone", refused.problem());
		}

		assertEquals(Status.VALID_ACTIVE, record().status());
	}

	@Test
	@DisplayName("a key that nobody knows is refused before anything is asked")
	void unknownKey() throws Exception {
		completed();
		var run = jane.begin("revoke", flow(),
				session -> session.put(Answer.CERTIFICATE_KEY, new KeyIdentifier("0123456789ABCDEF0123456789ABCDEF01234567")));
		try (run) {
			assertThrows(RevocationException.Unknown.class, () -> jane.goTo(run, StepKind.RESULT));
		}
	}

	@Test
	@DisplayName("one of several of an organisation is revoked; the others stay")
	void oneOfSeveral() throws Exception {
		jane.wanting(Holder.parse("NIHII-AMBU_SERVICE=79699950"));
		var keystore = completed();
		var second = jane.beginRequest();
		second.session().put(Answer.APPLICATION_ID, "LABO");
		var other = jane.finish(second);
		jane.complete(other, Manager.PASSWORD);

		jane.finish(begin(jane, keystore, "cessation"));

		assertEquals(LifeCycleState.REVOKED, installation.life(keystore).state());
		assertEquals(LifeCycleState.ACTIVE, installation.life(other).state());
	}

	@ParameterizedTest(name = "revoked after its activation: {0}; the old one: {1}")
	@CsvSource({ "false, RENEWAL_DUE", "true, SUPERSEDED" })
	@DisplayName("a revoked renewal: what it has replaced does not come back, what it has not replaced yet stays in use")
	void renewal(boolean activated, LifeCycleState ofTheOld) throws Exception {
		installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
		var old = completed();
		var renewed = jane.renew(old, Manager.PASSWORD);
		jane.complete(renewed, Manager.PASSWORD);
		if (activated) {
			jane.activate(renewed, Manager.PASSWORD);
		}

		jane.finish(begin(jane, renewed, "key-compromise"));

		assertEquals(LifeCycleState.REVOKED, installation.life(renewed).state());
		assertEquals(ofTheOld, installation.life(old).state());
		assertEquals(List.of(), installation.journal().pending());
	}

	@Test
	@DisplayName("where the service is not to be had, the form is the way out")
	void serviceDown() throws Exception {
		var keystore = completed();
		var run = begin(jane, keystore, "superseded");
		installation.stopSimulator();
		try (run) {
			assertThrows(RevocationException.NoService.class, () -> jane.goTo(run, StepKind.RESULT));
			run.back();
			assertEquals("card", run.current().id());
			run.back();
			run.session().put(new Answer<>("by", String.class), "form");
			jane.goTo(run, StepKind.RESULT);
			assertEquals(2, ((ResultStep) run.current()).result().orElseThrow().made().size());
		} finally {
			installation.startSimulator();
		}
	}
}
