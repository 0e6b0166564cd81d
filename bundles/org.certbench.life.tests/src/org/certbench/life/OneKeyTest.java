package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.eid.CardException.PinWrong;
import org.certbench.flow.FlowException;
import org.certbench.flow.HolderStep;
import org.certbench.flow.StepKind;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.KeystoreException;
import org.certbench.testing.Stopped;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("M12: a request has one key, whatever happens before it is signed")
class OneKeyTest {

	@TempDir
	private Path folder;

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
			assertEquals(List.of("terms", "card", "keystore", "contact", "summary", "send", "result"), Manager.steps(resumed));
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
}
