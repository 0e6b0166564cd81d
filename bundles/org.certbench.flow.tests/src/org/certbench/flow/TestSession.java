package org.certbench.flow;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

import org.certbench.authority.AuthorityConnection;
import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.Secret;
import org.certbench.eid.CardProviders;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.testing.Absent;

/** Makes sessions for tests of single steps: no authority, no cards, the rest in memory. */
final class TestSession {

	static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
	static final KeyIdentifier KEY = new KeyIdentifier("0123456789ABCDEF0123456789ABCDEF01234567");
	static final KeyIdentifier OTHER_KEY = new KeyIdentifier("76543210FEDCBA9876543210FEDCBA9876543210");

	final RecordingJournal journal = new RecordingJournal();
	final KnownKeystores inventory = new KnownKeystores();
	final StoredKeystores keystores = new StoredKeystores();
	boolean issuedElsewhere;
	private Environment environment = Environment.SIMULATOR;

	TestSession in(Environment other) {
		environment = other;
		return this;
	}

	FlowSession open() {
		return open("");
	}

	FlowSession open(String termsOfUse) {
		var services = new FlowServices(InstantSource.fixed(NOW), () -> Path.of("data"), journal, keystores, inventory,
				Absent.of(CardProviders.class));
		var authority = Absent.except(AuthorityConnection.class,
				Map.of("environment", none -> environment, "mayHaveIssued", chain -> !issuedElsewhere));
		return new FlowSession(services, authority, Path.of("keystores"), request -> {
			throw new Cancelled();
		}, termsOfUse);
	}

	/** A first request of a person in the simulator. */
	static RequestRecord request(KeyIdentifier key, String keystore, Milestone milestone) {
		return new RequestRecord(key, Environment.SIMULATOR, Holder.parse("SSIN=85999900189"), "JANE DOE",
				Path.of(keystore), null, null, milestone, NOW, NOW, false, null);
	}

	static Secret secret(String text) {
		return Secret.taking(text.toCharArray());
	}
}
