package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.eid.CardException.PinWrong;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowException;
import org.certbench.flow.StepKind;
import org.certbench.flow.request.internal.RequestFlow;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.KeystoreException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("M12: a holder has one request at a time, which is found by its key")
class OneRequestTest {

	@TempDir
	private Path folder;

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
}
