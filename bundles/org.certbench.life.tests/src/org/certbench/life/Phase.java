package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Collectors;

import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.ehealth.simulator.SimulatedRequest;
import org.certbench.flow.FlowRun;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.Keystore.EncryptionEntry;

/** The phases of a life in their order, how far each takes its request, and what holds before and after it. */
enum Phase {
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

	/** Begins it, or goes on with what the journal says is next. */
	FlowRun begin(Manager manager, Installation installation) throws ProblemException {
		var request = request(ofRenewal, installation);
		if (request.isPresent()) {
			return manager.beginAgain(request.get());
		}
		return ofRenewal ? manager.beginRenewal(request(false, installation).orElseThrow().keystore()) : manager.beginRequest();
	}

	/** Does what the journal says is next, where it is not done. */
	void goOn(Installation installation) throws ProblemException {
		if (!isDone(installation)) {
			var manager = Manager.jane(installation);
			manager.finish(begin(manager, installation));
		}
	}

	boolean isDone(Installation installation) {
		return request(ofRenewal, installation).filter(made -> made.milestone().compareTo(goal) >= 0).isPresent();
	}

	private static Optional<RequestRecord> request(boolean ofRenewal, Installation installation) {
		return installation.journal().requests().stream().filter(request -> request.renews().isPresent() == ofRenewal)
				.findFirst();
	}

	/** Every keystore can be opened, and the key of everything the authority knows is in one of them. */
	static void assertEveryKeyIsThere(Installation installation) throws ProblemException {
		var keys = new ArrayList<KeyIdentifier>();
		for (var file : installation.keystoreFiles()) {
			try (var keystore = installation.open(file, Manager.PASSWORD)) {
				keys.add(keystore.keyIdentifier());
			}
		}
		assertTrue(keys.containsAll(
				installation.simulator().requests().stream().map(SimulatedRequest::key).collect(Collectors.toSet())));
	}

	/** It has done what it is for, with one key and one request, and the old encryption keys are kept. */
	void assertDone(Installation installation) throws ProblemException {
		var request = request(ofRenewal, installation).orElseThrow();
		assertEquals(goal, request.milestone());
		var requests = ofRenewal ? 2 : 1;
		assertEquals(requests, installation.simulator().requests().size(), "requests at the authority");
		assertEquals(requests, installation.journal().requests().size(), "requests in the journal");
		assertEquals(requests, installation.keystoreFiles().size(), "keystores");
		if (ofRenewal) {
			assertOldEntriesAreKept(request, installation);
		}
		if (this == COMPLETE || this == ACTIVATE) {
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
