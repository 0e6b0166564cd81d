package org.certbench.journal.internal;

import static org.certbench.journal.internal.Entries.KEY;
import static org.certbench.journal.internal.Entries.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.NextAction;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the journal on disk tells of requests. */
class FolderJournalTest {

	@TempDir
	private Path data;
	@AutoClose
	private FolderJournal journal;
	@AutoClose
	private FolderJournal otherProcess;

	@BeforeEach
	void open() {
		journal = new FolderJournal(() -> data);
		otherProcess = new FolderJournal(() -> data);
	}

	@Test
	void anEmptyDataFolderTellsOfNoRequest() {
		assertTrue(journal.requests().isEmpty());
	}

	@Test
	@DisplayName("M12 a request that may have been sent is sent again, with the same key")
	void aRequestBeingSentIsToBeSentAgain() throws Exception {
		new Entries(journal, "a", START).requested().write(Event.SENDING);
		assertEquals(Milestone.SENDING, request().milestone());
		assertEquals(NextAction.SEND, request().next().orElseThrow());
		assertEquals(Path.of("order.xml"), request().signedOrder());
	}

	@Test
	@DisplayName("B02 a key that was about to be saved is a request as soon as its keystore is there, and else none")
	void aKeyThatWasAboutToBeSaved() throws Exception {
		var keystore = data.resolve("a.p12");
		var entries = new Entries(journal, "a", START).write(Event.SAVING, Entries.in(keystore)).write(Event.STEP_FAILED);
		assertTrue(journal.requests().isEmpty());

		Files.createFile(keystore);
		assertTrue(journal.requests().isEmpty(), "its name is claimed, on a disk without links, and no more");

		Files.writeString(keystore, "a key");
		assertEquals(Milestone.KEY_CREATED, request().milestone());
		assertEquals(NextAction.SEND, request().next().orElseThrow());

		entries.write(Event.KEY_CREATED, Entries.in(keystore));
		Files.delete(keystore);
		assertEquals(Milestone.KEY_CREATED, request().milestone(), "it was there once");
	}

	@Test
	@DisplayName("B02 of two keys that were about to be saved under one name, the file is that of the later one")
	void twoKeysThatWereAboutToBeSaved() throws Exception {
		var keystore = Files.writeString(data.resolve("a.p12"), "a key");
		var later = new Entries(journal, "a", START).write(Event.SAVING, Entries.in(keystore)).about(Entries.OLD_KEY)
				.write(Event.SAVING, Entries.in(keystore));
		assertEquals(List.of(Entries.OLD_KEY), journal.requests().stream().map(RequestRecord::key).toList());

		later.about(KEY).write(Event.KEY_CREATED, Entries.in(keystore));
		assertEquals(List.of(KEY), journal.requests().stream().map(RequestRecord::key).toList());
	}

	@Test
	void stepsAreNoMilestones() throws Exception {
		var entries = new Entries(journal, "a", START).requested();
		var sent = request();
		entries.write(Event.STEP_STARTED).write(Event.STEP_FAILED).write(Event.RUN_CANCELLED);
		assertEquals(sent, request());
		assertEquals(START, sent.started());
		assertEquals(START.plus(Duration.ofMinutes(3)), sent.since());
	}

	@Test
	@DisplayName("M22 a renewal spread over three runs is followed through all of its phases")
	void aRenewalOverThreeRuns() throws Exception {
		var phase1 = new Entries(journal, "ffff", START).renewed();
		assertEquals(Entries.OLD_KEY, request().renews().orElseThrow().oldKey());
		assertEquals(Entries.OLD_KEYSTORE, request().renews().orElseThrow().oldKeystore());
		assertEquals(NextAction.COMPLETE, request().next().orElseThrow());

		var phase2 = new Entries(otherProcess, "bbbb", phase1.now()).write(Event.INSTALLED);
		assertEquals(NextAction.COMPLETE, request().next().orElseThrow());
		phase2.write(Event.TOKEN_REGISTERED, Map.of(Fact.TO_BE_ACTIVATED, "true"));
		assertEquals(NextAction.ACTIVATE, request().next().orElseThrow());

		var phase3 = new Entries(journal, "aaaa", phase2.now()).write(Event.ACTIVATED);
		assertEquals(NextAction.HAND_OVER, request().next().orElseThrow());
		assertFalse(request().isPending());

		phase3.write(Event.HANDED_OVER);
		assertTrue(request().next().isEmpty());
	}

	@Test
	void runsOfTheSameMomentCountInTheOrderOfTheirPhases() throws Exception {
		new Entries(journal, "aaaa", START).write(Event.INSTALLED);
		new Entries(journal, "bbbb", START).requested();
		assertEquals(Milestone.INSTALLED, request().milestone());
	}

	@Test
	void withinARunTheLinesCountWhateverTheClockSays() throws Exception {
		new Entries(journal, "a", START).requested();
		new Entries(journal, "a", START.minusSeconds(3600)).write(Event.REFUSED);
		assertEquals(Milestone.REFUSED, request().milestone());
		assertTrue(request().next().isEmpty());
	}

	@Test
	@DisplayName("M12 that a person at the authority checks a request is known in every later run")
	void checkedByHand() throws Exception {
		new Entries(journal, "a", START).requested().write(Event.SENT, Map.of(Fact.AUTOMATICALLY_VALIDATED, "true"));
		assertFalse(request().checkedByHand());

		new Entries(journal, "b", START.plus(Duration.ofDays(1))).write(Event.SENT, Map.of(Fact.AUTOMATICALLY_VALIDATED, "false"));
		assertTrue(request().checkedByHand());
	}

	@Test
	@DisplayName("B02, clock-wrong: a clock that is set right between two runs hides none of the later phases")
	void laterPhasesCountWhateverTheClockSays() throws Exception {
		var dayAhead = START.plus(Duration.ofDays(1));
		new Entries(journal, "a", dayAhead).write(Event.KEY_CREATED, Entries.in(Entries.KEYSTORE)).write(Event.SIGNED).write(Event.SENDING);

		var sent = new Entries(otherProcess, "b", START).write(Event.SENDING).write(Event.SENT);
		assertEquals(Milestone.SENT, request().milestone());
		assertEquals(NextAction.COMPLETE, request().next().orElseThrow());
		assertEquals(START.plusSeconds(60), request().since());

		var completed = new Entries(journal, "c", sent.now()).write(Event.INSTALLED).write(Event.TOKEN_REGISTERED,
				Map.of(Fact.TO_BE_ACTIVATED, "true"));
		assertEquals(NextAction.ACTIVATE, request().next().orElseThrow());
		assertEquals(dayAhead, request().started());

		new Entries(journal, "d", completed.now()).write(Event.ACTIVATED);
		assertEquals(Milestone.ACTIVATED, request().milestone());
	}

	@Test
	@DisplayName("M12 an order that may have arrived is asked for, also where it was signed again meanwhile")
	void signedAgain() throws Exception {
		var first = new Entries(journal, "a", START).write(Event.KEY_CREATED, Entries.in(Entries.KEYSTORE))
				.write(Event.SIGNED, Map.of(Fact.SIGNED_ORDER, "order.xml")).write(Event.SENDING);
		new Entries(journal, "b", first.now()).write(Event.SIGNED, Map.of(Fact.SIGNED_ORDER, "again.xml"));
		assertEquals(Milestone.SENDING, request().milestone());
		assertEquals(Path.of("again.xml"), request().signedOrder());
	}

	@Test
	@DisplayName("refused: what was refused and is sent again later is sent")
	void sentAgainAfterARefusal() throws Exception {
		var refused = new Entries(journal, "a", START).write(Event.KEY_CREATED, Entries.in(Entries.KEYSTORE)).write(Event.SENDING)
				.write(Event.REFUSED);
		assertTrue(request().next().isEmpty());
		new Entries(journal, "b", refused.now()).write(Event.SENDING).write(Event.SENT);
		assertEquals(Milestone.SENT, request().milestone());
	}

	@Test
	@DisplayName("M14 until when it is too early is kept until the next milestone")
	void tooEarlyIsKeptUntilTheNextMilestone() throws Exception {
		var until = Instant.parse("2030-03-02T08:01:00Z");
		var entries = new Entries(journal, "a", START).requested();
		entries.write(Event.STEP_FAILED, Map.of(Fact.NOT_YET_UNTIL, until.toString())).write(Event.RUN_CANCELLED);
		assertEquals(until, request().tryAgainFrom().orElseThrow());
		entries.write(Event.INSTALLED);
		assertTrue(request().tryAgainFrom().isEmpty());
	}

	@Test
	@DisplayName("M14 the same where another run tries, and yet another one completes")
	void tooEarlyInARunOfItsOwn() throws Exception {
		var until = Instant.parse("2030-03-02T08:01:00Z");
		var sent = new Entries(journal, "b", START).requested();
		var tooEarly = new Entries(journal, "a", sent.now()).write(Event.STEP_FAILED, Map.of(Fact.NOT_YET_UNTIL, until.toString()));
		assertEquals(until, request().tryAgainFrom().orElseThrow());
		new Entries(journal, "c", tooEarly.now()).write(Event.INSTALLED);
		assertTrue(request().tryAgainFrom().isEmpty());
	}

	private RequestRecord request() {
		return journal.request(KEY).orElseThrow();
	}
}
