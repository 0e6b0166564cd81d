package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.AuthorityException.Unreachable;
import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.eid.CardException.PinWrong;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowRun;
import org.certbench.flow.HolderStep;
import org.certbench.flow.Step;
import org.certbench.flow.StepKind;
import org.certbench.flow.request.internal.RequestFlow;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.KeystoreException;
import org.certbench.testing.Stopped;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("M12: a request that does not go through at once")
class SendingTest {

	@TempDir
	private Path folder;

	/** Types a wrong PIN for the first signature that binds, and the right one from then on. */
	private static final class MistypedOnce implements PinEntry {

		private boolean mistyped;

		@Override
		public Secret ask(PinRequest request) throws Cancelled {
			if (mistyped || request.key() == CardKey.AUTHENTICATION) {
				return Cards.PIN.ask(request);
			}
			mistyped = true;
			return Secret.taking("0000".toCharArray());
		}
	}

	private static List<String> steps(FlowRun run) {
		return run.steps().stream().map(Step::id).toList();
	}

	@Test
	@DisplayName("two windows that go on with one request send it once: the second is told, and finds it sent")
	void twoAtOnce() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			try (var first = manager.beginRequest()) {
				manager.goTo(first, StepKind.WORK);
				var second = manager.beginAgain(installation.onlyRequest());

				assertThrows(KeystoreException.InUse.class, () -> manager.goTo(second, StepKind.RESULT));
				manager.goTo(first, StepKind.RESULT);
				manager.finish(second);
			}

			assertEquals(1, installation.simulator().requests().size());
			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
		}
	}

	@Test
	@DisplayName("a request whose keystore is gone is not sent: its certificate would be worth nothing")
	void keystoreGone() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			try (var run = manager.beginRequest()) {
				manager.goTo(run, StepKind.WORK);
				var keystore = installation.onlyRequest().keystore();
				var elsewhere = Files.move(keystore, folder.resolve("elsewhere"));

				assertThrows(KeystoreException.Missing.class, () -> manager.goTo(run, StepKind.RESULT));
				assertEquals(List.of(), installation.simulator().requests());
				Files.move(elsewhere, keystore);
				manager.finish(run);
			}
			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
		}
	}

	@Test
	@DisplayName("M12: a keystore that was renamed meanwhile is found by its key: its request is sent, and completed")
	void keystoreRenamed() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			try (var run = manager.beginRequest()) {
				manager.goTo(run, StepKind.WORK);
			}
			var renamed = rename(installation.onlyRequest().keystore(), "our certificate.p12");

			assertEquals(renamed, manager.resume(installation.onlyRequest()));
			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
			assertEquals(renamed, installation.onlyRequest().keystore());
			var again = rename(renamed, "our certificate of this year.p12");

			assertEquals(again, manager.resume(installation.onlyRequest()));
			assertEquals(Milestone.TOKEN_REGISTERED, installation.onlyRequest().milestone());
			assertEquals(again, installation.onlyRequest().keystore());
		}
	}

	@Test
	@DisplayName("M12: one that was renamed before its request was signed signs it")
	void keystoreRenamedUnsigned() throws Exception {
		try (var installation = new Installation(folder)) {
			var mistyping = Manager.jane(installation).givingPin(new MistypedOnce());
			assertThrows(PinWrong.class, mistyping::request);
			var renamed = rename(installation.onlyRequest().keystore(), "our certificate.p12");

			assertEquals(renamed, Manager.jane(installation).resume(installation.onlyRequest()));

			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
			assertEquals(renamed, installation.onlyRequest().keystore());
		}
	}

	@Test
	@DisplayName("M12: one that is opened by way of a link does not keep its own request from being sent")
	void throughALink() throws Exception {
		try (var installation = new Installation(folder)) {
			var mistyping = Manager.jane(installation).givingPin(new MistypedOnce());
			assertThrows(PinWrong.class, mistyping::request);
			var request = installation.onlyRequest();
			var link = Files.createSymbolicLink(folder.resolve("link"), request.keystore().getParent());
			var keystore = link.resolve(request.keystore().getFileName());
			var manager = Manager.jane(installation);

			manager.finish(manager.begin("resumed", new RequestFlow(), Manager.keystore(keystore, Manager.PASSWORD)
					.andThen(session -> session.put(Answer.RESUMED_REQUEST, request.key()))));

			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
		}
	}

	private static Path rename(Path file, String name) throws IOException {
		return Files.move(file, file.resolveSibling(name));
	}

	@Test
	@DisplayName("M09: after a wrong PIN the right one signs with the same key; the password may be changed meanwhile")
	void wrongPin() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation).givingPin(new MistypedOnce());
			var run = manager.beginRequest();
			manager.goTo(run, StepKind.SUMMARY);
			assertThrows(PinWrong.class, () -> run.next(Progress.NONE));
			assertEquals(Milestone.KEY_CREATED, installation.onlyRequest().milestone());

			run.back();
			assertEquals(StepKind.PASSWORD, run.current().kind());
			var keystore = manager.choosing("Another password 2").finish(run);

			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
			assertEquals(List.of(keystore), installation.keystoreFiles());
			try (var made = installation.open(keystore, "Another password 2")) {
				assertEquals(installation.onlyRequest().key(), made.keyIdentifier());
			}
		}
	}

	@Test
	@DisplayName("M12: a key that could not be saved is the one that the next try saves")
	void notSaved() throws Exception {
		var diskIsFull = new AtomicBoolean(true);
		var made = new ArrayList<String>();
		Faults fullDisk = (call, isDone) -> {
			if (isDone && call.equals("Keystores.create")) {
				made.add(call);
			}
			if (!isDone && call.equals("KeystoreEdit.save") && diskIsFull.getAndSet(false)) {
				throw new KeystoreException.NotSaved(folder.resolve("new.p12"), new IOException("No space left on device"));
			}
		};
		try (var installation = new Installation(folder, fullDisk)) {
			var manager = Manager.jane(installation);
			var run = manager.beginRequest();
			manager.goTo(run, StepKind.SUMMARY);
			assertThrows(KeystoreException.NotSaved.class, () -> run.next(Progress.NONE));
			assertEquals(List.of(), installation.journal().requests());

			var keystore = manager.finish(run);

			assertEquals(1, made.size());
			assertEquals(keystore, installation.onlyRequest().keystore());
		}
	}

	@Test
	@DisplayName("M12: once there is a key, it is not used for another holder")
	void otherHolder() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation).givingPin(new MistypedOnce());
			try (var run = manager.beginRequest()) {
				manager.goTo(run, StepKind.SUMMARY);
				assertThrows(PinWrong.class, () -> run.next(Progress.NONE));

				while (!run.current().kind().equals(StepKind.HOLDER)) {
					run.back();
				}
				var ambulances = ((HolderStep) run.current()).applicants().stream()
						.filter(applicant -> !applicant.holder().identifier().isPerson()).findFirst().orElseThrow();
				manager.wanting(ambulances.holder());

				assertThrows(FlowException.KeyIsForAnother.class, () -> manager.goTo(run, StepKind.SUMMARY));
			}
		}
	}

	@Test
	@DisplayName("M12: a request left before it was signed goes on with its key; only what is still missing is asked")
	void leftUnsigned() throws Exception {
		try (var installation = new Installation(folder)) {
			try (var run = Manager.jane(installation).givingPin(new MistypedOnce()).beginRequest()) {
				Manager.jane(installation).goTo(run, StepKind.SUMMARY);
				assertThrows(PinWrong.class, () -> run.next(Progress.NONE));
			}
			var request = installation.onlyRequest();

			var resumed = Manager.jane(installation).beginAgain(request);
			assertEquals(List.of("terms", "card", "keystore", "contact", "summary", "send", "result"), steps(resumed));
			Manager.jane(installation).finish(resumed);

			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
			assertEquals(request.key(), installation.simulator().requests().getFirst().key());
		}
	}

	@Test
	@DisplayName("M12: cancelled before the signature, nothing is made; after it, the signed request is kept")
	void cancelled() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			try (var run = manager.beginRequest()) {
				manager.goTo(run, StepKind.SUMMARY);
			}
			assertEquals(List.of(), installation.journal().requests());

			try (var run = manager.beginRequest()) {
				manager.goTo(run, StepKind.WORK);
				assertThrows(Cancelled.class, () -> run.next(new Stopped()));
			}
			var request = installation.onlyRequest();
			assertEquals(Milestone.SIGNED, request.milestone());
			assertFalse(installation.simulator().requests().stream().anyMatch(each -> each.key().equals(request.key())));
			manager.resume(request);
			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
		}
	}

	@Test
	@DisplayName("M12: a request that could not be sent is sent later as it was signed, without card or password")
	void unreachable() throws Exception {
		try (var installation = new Installation(folder)) {
			var manager = Manager.jane(installation);
			try (var run = manager.beginRequest()) {
				manager.goTo(run, StepKind.WORK);
				installation.stopSimulator();
				assertThrows(Unreachable.class, () -> run.next(Progress.NONE));
			}
			var request = installation.onlyRequest();
			assertEquals(Milestone.SENDING, request.milestone());
			var signed = Files.readAllBytes(request.signedOrder());

			installation.startSimulator();
			var resumed = manager.beginAgain(request);
			assertEquals(List.of("send", "result"), steps(resumed));
			manager.finish(resumed);

			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
			assertEquals(request.key(), installation.simulator().requests().getFirst().key());
			assertEquals(new String(signed), Files.readString(request.signedOrder()));
		}
	}

	@Test
	@DisplayName("M12: where the answer got lost, the request is not sent a second time")
	void answerLost() throws Exception {
		var sent = new ArrayList<String>();
		Faults loseFirstAnswer = (call, made) -> {
			if (made && call.equals("AuthorityConnection.send")) {
				sent.add(call);
				throw new Unreachable("the simulator", new IOException("connection reset"));
			}
		};
		try (var installation = new Installation(folder, loseFirstAnswer)) {
			var manager = Manager.jane(installation);
			var run = manager.beginRequest();
			manager.goTo(run, StepKind.WORK);
			assertThrows(Unreachable.class, () -> run.next(Progress.NONE));

			manager.finish(run);

			assertEquals(1, sent.size());
			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
		}
	}

	@Test
	@DisplayName("M12, clock-wrong: what was refused for the clock is sent again as it was signed, with its key")
	void wrongClock() throws Exception {
		var clockIsWrong = new AtomicBoolean(true);
		try (var installation = new Installation(folder, refusing(clockIsWrong))) {
			var manager = Manager.jane(installation);
			try (var run = manager.beginRequest()) {
				manager.goTo(run, StepKind.WORK);
				assertThrows(Refused.class, () -> run.next(Progress.NONE));
			}
			var request = installation.onlyRequest();
			clockIsWrong.set(false);

			var resumed = manager.beginAgain(request);
			assertEquals(List.of("send", "result"), steps(resumed));
			manager.finish(resumed);

			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
			assertEquals(request.key(), installation.simulator().requests().getFirst().key());
		}
	}

	@Test
	@DisplayName("M12, clock-wrong: the clock that is set right hides nothing of what is done from then on")
	void clockSetRight() throws Exception {
		var clockIsWrong = new AtomicBoolean(true);
		try (var installation = new Installation(folder, refusing(clockIsWrong))) {
			var manager = Manager.jane(installation);
			installation.wait(Duration.ofDays(1));
			assertThrows(Refused.class, manager::request);
			installation.wait(Duration.ofDays(-1));
			clockIsWrong.set(false);

			var keystore = manager.resume(installation.onlyRequest());
			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
			manager.complete(keystore, Manager.PASSWORD);

			assertEquals(Milestone.TOKEN_REGISTERED, installation.onlyRequest().milestone());
			assertEquals(List.of(), installation.journal().pending());
		}
	}

	private static Faults refusing(AtomicBoolean clockIsWrong) {
		return (call, made) -> {
			if (!made && call.equals("AuthorityConnection.send") && clockIsWrong.get()) {
				throw new Refused("clock-wrong", "INVALID_REQUEST", "a day ahead", Map.of());
			}
		};
	}

	@Test
	@DisplayName("M12: a kept request that was damaged is signed again with its key, and is still the same request")
	void damagedOrder() throws Exception {
		Faults loseAnswer = (call, made) -> {
			if (made && call.equals("AuthorityConnection.send")) {
				throw new Unreachable("the simulator", new IOException("connection reset"));
			}
		};
		try (var installation = new Installation(folder, loseAnswer)) {
			assertThrows(Unreachable.class, () -> Manager.jane(installation).request());
		}
		try (var installation = new Installation(folder)) {
			var request = installation.onlyRequest();
			Files.writeString(request.signedOrder(), "<damaged/>");

			var resumed = Manager.jane(installation).beginAgain(request);
			assertTrue(steps(resumed).contains("summary"));
			Manager.jane(installation).finish(resumed);

			assertEquals(Milestone.SENT, installation.onlyRequest().milestone());
			assertEquals(1, installation.simulator().requests().size());
		}
	}

	@Test
	@DisplayName("B02: a request whose line about its signature is lost is signed again with its key")
	void lostLine() throws Exception {
		Faults noNetwork = (call, made) -> {
			if (!made && call.equals("AuthorityConnection.send")) {
				throw new Unreachable("the simulator", new IOException("connection refused"));
			}
		};
		try (var installation = new Installation(folder, noNetwork)) {
			assertThrows(Unreachable.class, () -> Manager.jane(installation).request());
		}
		try (var files = Files.walk(folder)) {
			for (var journal : files.filter(file -> file.toString().endsWith(".jsonl")).toList()) {
				Files.write(journal, Files.readAllLines(journal).stream().filter(line -> !line.contains("\"SIGNED\"")).toList());
			}
		}
		try (var installation = new Installation(folder)) {
			var request = installation.onlyRequest();
			assertTrue(request.order().isEmpty());

			var resumed = Manager.jane(installation).beginAgain(request);
			assertTrue(steps(resumed).contains("summary"));
			Manager.jane(installation).finish(resumed);

			assertEquals(request.key(), installation.simulator().requests().getFirst().key());
		}
	}

	@Test
	@DisplayName("M12: a second request is not begun while one for the same holder is under way")
	void secondRequest() throws Exception {
		try (var installation = new Installation(folder)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND));
			var manager = Manager.jane(installation);
			manager.request();

			assertThrows(FlowException.AlreadyUnderWay.class, manager::request);

			assertEquals(1, installation.keystoreFiles().size());
		}
	}

	@Test
	@DisplayName("M12: nor where the keystore of that one was renamed meanwhile")
	void secondRequestOfRenamed() throws Exception {
		try (var installation = new Installation(folder)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND));
			var manager = Manager.jane(installation);
			var renamed = rename(manager.request(), "our certificate.p12");

			assertThrows(FlowException.AlreadyUnderWay.class, manager::request);

			assertEquals(List.of(renamed), installation.keystoreFiles());
		}
	}

	@Test
	@DisplayName("M12: of two that were signed in two windows, one is sent; the other waits until it is done with that one")
	void secondSigned() throws Exception {
		try (var installation = new Installation(folder)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND));
			var manager = Manager.jane(installation);
			try (var first = manager.beginRequest(); var second = manager.beginRequest()) {
				manager.goTo(first, StepKind.WORK);
				manager.goTo(second, StepKind.WORK);
				manager.goTo(first, StepKind.RESULT);

				assertThrows(FlowException.AlreadyUnderWay.class, () -> manager.goTo(second, StepKind.RESULT));
			}
			assertEquals(1, installation.simulator().requests().size());
			assertEquals(List.of(Milestone.SENT, Milestone.SIGNED),
					installation.journal().requests().stream().map(RequestRecord::milestone).toList());
		}
	}
}
