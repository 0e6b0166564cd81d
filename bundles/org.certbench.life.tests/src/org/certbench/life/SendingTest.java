package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import org.certbench.core.Progress;
import org.certbench.flow.StepKind;
import org.certbench.journal.RequestRecord.Milestone;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("M12: a request that does not go through at once")
class SendingTest {

	@TempDir
	private Path folder;

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
			assertEquals(List.of("send", "result"), Manager.steps(resumed));
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
			assertEquals(List.of("send", "result"), Manager.steps(resumed));
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
			assertTrue(Manager.steps(resumed).contains("summary"));
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
			assertTrue(Manager.steps(resumed).contains("summary"));
			Manager.jane(installation).finish(resumed);

			assertEquals(request.key(), installation.simulator().requests().getFirst().key());
		}
	}

	private static Faults refusing(AtomicBoolean clockIsWrong) {
		return (call, made) -> {
			if (!made && call.equals("AuthorityConnection.send") && clockIsWrong.get()) {
				throw new Refused("clock-wrong", "INVALID_REQUEST", "a day ahead", Map.of());
			}
		};
	}
}
