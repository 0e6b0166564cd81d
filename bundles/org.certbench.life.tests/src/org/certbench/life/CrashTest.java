package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.certbench.core.ProblemException;
import org.certbench.ehealth.simulator.SimulatedRequest;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.Keystore.EncryptionEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The computer dies right after each single thing that leaves something behind, on disk or at the
 * authority; the product is started again, and goes on with what its journal says.
 */
@DisplayName("B02: a crash loses no key and no request, and makes no second one")
class CrashTest {

	/** The phases of a life, and how far each takes its request. */
	private enum Phase {
		REQUEST(false, Milestone.SENT),
		COMPLETE(false, Milestone.TOKEN_REGISTERED),
		RENEW(true, Milestone.SENT),
		COMPLETE_RENEWAL(true, Milestone.TOKEN_REGISTERED),
		ACTIVATE(true, Milestone.ACTIVATED);

		private final boolean ofRenewal;
		private final Milestone goal;

		Phase(boolean ofRenewal, Milestone goal) {
			this.ofRenewal = ofRenewal;
			this.goal = goal;
		}
	}

	/** The power is cut: nothing that runs now can do anything any more. */
	private static final class PowerCut extends Error {
		private static final long serialVersionUID = 1L;
	}

	/** What the calls of a phase leave behind, in order; how a step went is only told, and left out. */
	private static final class Recorder implements Faults {

		private final List<String> calls = new ArrayList<>();

		@Override
		public void on(String call, boolean made) throws ProblemException {
			if (made && !call.contains("Journal.write STEP_") && !call.equals("Keystores.create")) {
				calls.add(call);
			}
		}
	}

	/** Cuts the power after one of the calls that a {@link Recorder} counts. */
	private static final class CutAfter implements Faults {

		private final Recorder recorder = new Recorder();
		private final int last;

		CutAfter(int last) {
			this.last = last;
		}

		@Override
		public void on(String call, boolean made) throws ProblemException {
			if (recorder.calls.size() > last) {
				throw new PowerCut();
			}
			recorder.on(call, made);
			if (recorder.calls.size() > last) {
				throw new PowerCut();
			}
		}
	}

	@TempDir
	private static Path folder;
	private static final Map<Phase, List<String>> CALLS = new LinkedHashMap<>();

	private static Path installed() {
		return folder.resolve("installed");
	}

	/** How everything was before a phase. */
	private static Path before(Phase phase) {
		return folder.resolve("before-" + phase);
	}

	@BeforeAll
	static void liveOnceWithoutCrash() throws ProblemException {
		try (var installation = new Installation(installed())) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
		}
		for (var phase : Phase.values()) {
			Folders.copy(installed(), before(phase));
			var recorder = new Recorder();
			try (var installation = new Installation(installed(), recorder)) {
				goOn(phase, installation);
			}
			CALLS.put(phase, recorder.calls);
		}
	}

	/** Does what the journal says is next, until the phase is done. */
	private static void goOn(Phase phase, Installation installation) throws ProblemException {
		var manager = Manager.jane(installation);
		var request = request(phase.ofRenewal, installation);
		if (request.filter(made -> made.milestone().compareTo(phase.goal) >= 0).isPresent()) {
			return;
		}
		if (request.isPresent()) {
			manager.resume(request.get());
		} else if (phase.ofRenewal) {
			manager.renew(request(false, installation).orElseThrow().keystore(), Manager.PASSWORD);
		} else {
			manager.request();
		}
	}

	private static Optional<RequestRecord> request(boolean ofRenewal, Installation installation) {
		return installation.journal().requests().stream().filter(request -> request.renews().isPresent() == ofRenewal)
				.findFirst();
	}

	@TestFactory
	Stream<DynamicNode> crashes() {
		return CALLS.entrySet().stream().map(phase -> DynamicContainer.dynamicContainer(phase.getKey().toString(),
				IntStream.range(0, phase.getValue().size())
						.mapToObj(i -> DynamicTest.dynamicTest("%d after %s".formatted(i + 1, phase.getValue().get(i)),
								() -> crashAfter(i, phase.getKey())))));
	}

	private static void crashAfter(int call, Phase phase) throws ProblemException {
		Folders.delete(installed());
		Folders.copy(before(phase), installed());
		try (var installation = new Installation(installed(), new CutAfter(call))) {
			assertThrows(PowerCut.class, () -> goOn(phase, installation));
		}
		try (var restarted = new Installation(installed())) {
			assertEveryKeyIsThere(restarted);
			goOn(phase, restarted);
			assertEveryKeyIsThere(restarted);
			assertDone(phase, restarted);
		}
	}

	/** Every keystore can be opened, and the key of everything the authority knows is in one of them. */
	private static void assertEveryKeyIsThere(Installation installation) throws ProblemException {
		var keys = new ArrayList<>();
		for (var file : installation.keystoreFiles()) {
			try (var keystore = installation.open(file, Manager.PASSWORD)) {
				keys.add(keystore.keyIdentifier());
			}
		}
		assertTrue(keys.containsAll(
				installation.simulator().requests().stream().map(SimulatedRequest::key).collect(Collectors.toSet())));
	}

	private static void assertDone(Phase phase, Installation installation) throws ProblemException {
		var request = request(phase.ofRenewal, installation).orElseThrow();
		assertEquals(phase.goal, request.milestone());
		var requests = phase.ofRenewal ? 2 : 1;
		assertEquals(requests, installation.simulator().requests().size(), "requests at the authority");
		assertEquals(requests, installation.journal().requests().size(), "requests in the journal");
		if (phase.ofRenewal) {
			assertOldEntriesAreKept(request, installation);
		}
		if (phase == Phase.COMPLETE || phase == Phase.ACTIVATE) {
			assertPublishedTokenCanBeRead(request, installation);
		}
	}

	private static void assertPublishedTokenCanBeRead(RequestRecord request, Installation installation)
			throws ProblemException {
		try (var keystore = installation.open(request.keystore(), Manager.PASSWORD)) {
			assertEquals(1, installation.published(keystore).size());
		}
	}

	private static void assertOldEntriesAreKept(RequestRecord renewal, Installation installation) throws ProblemException {
		var old = renewal.renews().orElseThrow().oldKeystore();
		try (var before = installation.open(old, Manager.PASSWORD);
				var after = installation.open(renewal.keystore(), Manager.PASSWORD)) {
			var kept = after.encryptionEntries().stream().map(EncryptionEntry::alias).toList();
			assertTrue(kept.containsAll(before.encryptionEntries().stream().map(EncryptionEntry::alias).toList()));
		}
	}
}
