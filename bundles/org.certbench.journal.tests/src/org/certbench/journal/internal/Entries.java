package org.certbench.journal.internal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.certbench.core.KeyIdentifier;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;

/** Writes the entries of one run, a minute apart; all data are invented. */
final class Entries {

	static final KeyIdentifier KEY = new KeyIdentifier("00112233445566778899AABBCCDDEEFF00112233");
	static final KeyIdentifier OLD_KEY = new KeyIdentifier("FFEEDDCCBBAA99887766554433221100FFEEDDCC");
	static final Instant START = Instant.parse("2030-03-01T10:00:00Z");
	static final Path KEYSTORE = Path.of("keystores", "NIHII-AMBU_SERVICE=79690151 20300301-100000.p12").toAbsolutePath();
	static final Path OLD_KEYSTORE = Path.of("keystores", "NIHII-AMBU_SERVICE=79690151 20270301-100000.p12").toAbsolutePath();

	private final FolderJournal journal;
	private final String run;
	private final KeyIdentifier key;
	private Instant now;

	Entries(FolderJournal journal, String run, Instant start) {
		this(journal, run, KEY, start);
	}

	private Entries(FolderJournal journal, String run, KeyIdentifier key, Instant start) {
		this.journal = journal;
		this.run = run;
		this.key = key;
		this.now = start;
	}

	/** Those of the same run about another key. */
	Entries about(KeyIdentifier other) {
		return new Entries(journal, run, other, now);
	}

	/** The entries of a request up to its being sent. */
	Entries requested() throws Exception {
		return write(Event.KEY_CREATED, in(KEYSTORE)).write(Event.SIGNED, Map.of(Fact.SIGNED_ORDER, "order.xml")).write(Event.SENDING).write(Event.SENT);
	}

	/** What goes with a new key. */
	static Map<Fact, String> in(Path keystore) {
		return Map.of(Fact.ENVIRONMENT, "simulator", Fact.HOLDER, "NIHII-AMBU_SERVICE=79690151", Fact.HOLDER_NAME,
				"EXAMPLE AMBULANCES", Fact.KEYSTORE, keystore.toString());
	}

	/** The same for a renewal. */
	Entries renewed() throws Exception {
		requested();
		return write(Event.STEP_DONE, Map.of(Fact.OLD_KEY, OLD_KEY.hex(), Fact.OLD_KEYSTORE, OLD_KEYSTORE.toString()));
	}

	Entries write(Event event) throws Exception {
		return write(event, Map.of());
	}

	Entries write(Event event, Map<Fact, String> facts) throws Exception {
		journal.write(new JournalEntry(now, "flow", run, "step", event, key, new HashMap<>(facts)));
		now = now.plusSeconds(60);
		return this;
	}

	Instant now() {
		return now;
	}
}
