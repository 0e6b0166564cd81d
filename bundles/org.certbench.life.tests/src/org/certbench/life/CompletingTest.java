package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.AuthorityException.Unreachable;
import org.certbench.core.DistinguishedName;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowException;
import org.certbench.flow.ResultStep;
import org.certbench.flow.StepKind;
import org.certbench.inventory.Words;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.KeystoreException;
import org.certbench.testing.KeystoreBuilder;
import org.certbench.testing.TestKeys;
import org.certbench.testing.TestPki;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("When completing or renewing must wait, or cannot be done")
class CompletingTest {

	@TempDir
	private Path folder;

	@Test
	@DisplayName("M14: completing too early says so, changes nothing, and works later")
	void issuedLater() throws Exception {
		try (var installation = new Installation(folder)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND));
			var manager = Manager.jane(installation);
			var keystore = manager.request();

			assertThrows(NotYetIssued.class, () -> manager.complete(keystore, Manager.PASSWORD));
			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
			assertEquals(LifeCycleState.REQUESTED, installation.life(keystore).state());

			installation.simulator().issue(installation.onlyRequest().key());
			manager.complete(keystore, Manager.PASSWORD);
			assertEquals(Milestone.TOKEN_REGISTERED, installation.onlyRequest().milestone());
		}
	}

	@Test
	@DisplayName("M14: a certificate that is not valid yet is installed, and the journal knows from when to go on")
	void validLater() throws Exception {
		try (var installation = new Installation(folder)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withStartDelay(Duration.ofHours(2)));
			var manager = Manager.jane(installation);
			var keystore = manager.request();

			var notYet = assertThrows(NotYetIssued.class, () -> manager.complete(keystore, Manager.PASSWORD));
			var request = installation.onlyRequest();
			assertEquals(Milestone.INSTALLED, request.milestone());
			assertEquals(NextAction.COMPLETE, request.next().orElseThrow());
			assertTrue(notYet.until().isPresent());
			assertEquals(notYet.until(), request.tryAgainFrom());

			installation.wait(Duration.ofHours(3));
			manager.resume(request);
			assertEquals(Milestone.TOKEN_REGISTERED, installation.onlyRequest().milestone());
			try (var completed = installation.open(keystore, Manager.PASSWORD)) {
				assertEquals(1, completed.encryptionEntries().size(), "the key that waited was used");
			}
		}
	}

	@Test
	@DisplayName("M12, M14: that a person at the authority checks the request is told, also after a restart, and it is completed when that was done")
	void checkedByHand() throws Exception {
		var byHand = Texts.of(ResultStep.class).get("result.byHand");
		try (var installation = new Installation(folder)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withManualValidation(true));
			try (var run = Manager.jane(installation).beginRequest()) {
				Manager.jane(installation).goTo(run, StepKind.RESULT);
				var told = ((ResultStep) run.current()).result().orElseThrow().summary().sections().toString();
				assertTrue(told.contains(byHand), told);
			}
		}
		try (var installation = new Installation(folder)) {
			var request = installation.onlyRequest();
			assertTrue(request.checkedByHand());
			assertNotEquals(Words.of(NextAction.COMPLETE), Words.next(request).orElseThrow(), "start page and pending say it");
			var manager = Manager.jane(installation);
			assertThrows(NotYetIssued.class, () -> manager.complete(request.keystore(), Manager.PASSWORD));

			installation.simulator().accept(request.key());
			manager.complete(request.keystore(), Manager.PASSWORD);

			assertEquals(Milestone.TOKEN_REGISTERED, installation.onlyRequest().milestone());
		}
	}

	@Test
	@DisplayName("M13: a token whose registration waited for too long is made anew; the certificate's own is that one")
	void registeredTooLate() throws Exception {
		var isDown = new AtomicBoolean(true);
		Faults down = (call, made) -> {
			if (!made && call.equals("TokenOffice.complete") && isDown.get()) {
				throw new Unreachable("the simulator", new IOException("connection reset"));
			}
		};
		try (var installation = new Installation(folder, down)) {
			var manager = Manager.jane(installation);
			var keystore = manager.request();
			assertThrows(Unreachable.class, () -> manager.complete(keystore, Manager.PASSWORD));
			isDown.set(false);
			installation.wait(Duration.ofDays(2));

			manager.complete(keystore, Manager.PASSWORD);

			try (var completed = installation.open(keystore, Manager.PASSWORD)) {
				assertEquals(2, completed.encryptionEntries().size(), "no key is thrown away");
				assertEquals(installation.published(completed), completed.currentEncryptionEntry().stream().toList());
			}
		}
	}

	@Test
	@DisplayName("refused: what a person at the authority refused is not pending any more, and its reason is told")
	void refusedByHand() throws Exception {
		try (var installation = new Installation(folder)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withManualValidation(true));
			var manager = Manager.jane(installation);
			var keystore = manager.request();
			installation.simulator().refuse(installation.onlyRequest().key(), "unknown at this address");

			var refused = assertThrows(Refused.class, () -> manager.complete(keystore, Manager.PASSWORD));

			assertTrue(refused.getMessage().contains("unknown at this address"), refused::getMessage);
			assertEquals(Milestone.REFUSED, installation.onlyRequest().milestone());
			assertEquals(List.of(), installation.journal().pending());
			assertEquals(LifeCycleState.REFUSED, installation.life(keystore).state());
		}
	}

	@Test
	@DisplayName("a completed request is not completed twice: nothing is asked of the authority again")
	void completedTwice() throws Exception {
		var calls = new ArrayList<String>();
		try (var installation = new Installation(folder, (call, made) -> calls.add(call))) {
			var manager = Manager.jane(installation);
			var keystore = manager.request();
			manager.complete(keystore, Manager.PASSWORD);
			calls.clear();

			manager.complete(keystore, Manager.PASSWORD);

			assertTrue(calls.stream().allMatch(call -> call.startsWith("Journal.write STEP_")), calls::toString);
		}
	}

	@Test
	@DisplayName("M13: a wrong password opens nothing, and the right one goes on from there")
	void wrongPassword() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var keystore = manager.request();
			var run = manager.beginCompletion(keystore, "Wrong password 1");
			run.enter(Progress.NONE);
			assertThrows(KeystoreException.WrongPassword.class, () -> run.next(Progress.NONE));

			run.session().put(Answer.KEYSTORE_PASSWORD, Secret.taking(Manager.PASSWORD.toCharArray()));
			manager.finish(run);

			assertEquals(Milestone.TOKEN_REGISTERED, installation.onlyRequest().milestone());
		}
	}

	@Test
	@DisplayName("M01: a keystore that the simulator did not issue stays as it is, and the journal knows nothing of it")
	void issuedElsewhere() throws Exception {
		try (var installation = new Installation(folder)) {
			var keystore = KeystoreBuilder.pkcs12()
					.key(Keystore.AUTHENTICATION, TestKeys.rsa("holder").getPrivate(), List.of(realCertificate()), Manager.PASSWORD)
					.write(folder.resolve("real.p12"), Manager.PASSWORD);
			var before = Files.readAllBytes(keystore);
			var manager = Manager.jane(installation);

			assertThrows(FlowException.IssuedElsewhere.class, () -> manager.complete(keystore, Manager.PASSWORD));

			assertArrayEquals(before, Files.readAllBytes(keystore));
			assertEquals(List.of(), installation.journal().requests());
		}
	}

	/** Of an authority whose name does not say that it is invented. */
	private static X509Certificate realCertificate() {
		var subject = new HolderSubject(Holder.parse("SSIN=85999900189"), "JANE DOE").toDistinguishedName();
		var yesterday = Instant.now().minus(Duration.ofDays(1));
		return TestPki.certificate(subject, TestKeys.rsa("holder").getPublic(),
				DistinguishedName.parse("CN=eHealth issuing CA,C=BE"), TestKeys.ec("issuing CA"), yesterday,
				yesterday.plus(Duration.ofDays(1000)));
	}

	@Test
	@DisplayName("M21: a keystore that awaits its certificate cannot be renewed or activated")
	void notCompleted() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var keystore = manager.request();

			assertThrows(FlowException.NotCompleted.class, () -> manager.renew(keystore, Manager.PASSWORD));
			assertThrows(FlowException.NotCompleted.class, () -> manager.activate(keystore, Manager.PASSWORD));
		}
	}

	@Test
	@DisplayName("M20, M21: a certificate is renewed inside its window only; the authority's window is remembered")
	void renewalWindow() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			var keystore = manager.request();
			manager.complete(keystore, Manager.PASSWORD);

			var tooEarly = assertThrows(FlowException.RenewalTooEarly.class,
					() -> manager.renew(keystore, Manager.PASSWORD));
			assertEquals(tooEarly.opens(), installation.life(keystore).renewalWindow().orElseThrow().opens());

			installation.wait(Duration.ofDays(37 * 31));
			assertThrows(FlowException.AlreadyExpired.class, () -> manager.renew(keystore, Manager.PASSWORD));
			assertEquals(1, installation.keystoreFiles().size());
		}
	}
}
