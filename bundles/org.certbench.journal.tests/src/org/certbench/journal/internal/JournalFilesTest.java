package org.certbench.journal.internal;

import static org.certbench.journal.internal.Entries.KEY;
import static org.certbench.journal.internal.Entries.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.certbench.core.KeyIdentifier;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;
import org.certbench.journal.JournalException;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.testing.Mutations;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of the journal: what is in them after crashes, and between processes and versions. */
class JournalFilesTest {

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
	@DisplayName("B02 half a line, left by a crash, hides neither what was before nor what comes after")
	void halfALineIsPassedOver() throws Exception {
		new Entries(journal, "a", START).requested();
		Files.writeString(data.resolve("journal/a.jsonl"), "{\"at\":\"2030-03-01T10:0", StandardOpenOption.APPEND);
		assertEquals(Milestone.SENT, request().milestone());
		new Entries(otherProcess, "a", START).write(Event.INSTALLED);
		assertEquals(Milestone.INSTALLED, request().milestone());
	}

	@Test
	@DisplayName("B02 hundreds of broken files, the same in every run: none stops the journal, none hides another request")
	void brokenFilesHideNoOther() throws Exception {
		new Entries(journal, "a", START).renewed();
		var file = data.resolve("journal/a.jsonl");
		var other = new KeyIdentifier("AB".repeat(20));
		journal.write(new JournalEntry(START, "flow", "b", "step", Event.SENT, other, new HashMap<>(Map.of(Fact.ENVIRONMENT,
				"simulator", Fact.HOLDER, "NIHII-AMBU_SERVICE=79690151", Fact.KEYSTORE, Entries.KEYSTORE.toString()))));

		Mutations.ofBytes(Files.readAllBytes(file), 0.2, broken -> {
			Files.write(file, broken);
			assertTrue(new FolderJournal(() -> data).requests().stream().map(RequestRecord::key).anyMatch(other::equals));
		});
	}

	@Test
	void whatANewerVersionWritesIsPassedOver() throws Exception {
		new Entries(journal, "a", START).requested();
		Files.writeString(data.resolve("journal/b.jsonl"), """
				{"at":"2030-03-01T11:00:00Z","flow":"f","run":"b","step":"s","event":"INVENTED","key":"%s"}
				{"at":"2030-03-01T11:00:00Z","flow":"f","run":"b","step":"s","event":"INSTALLED","key":"%s","facts":{"INVENTED":"x"}}
				["not", "an", "entry"]
				{"at":{},"event":[]}
				{"at":"2030-03-01T11:00:00Z","flow":"f","run":"b","step":"s","event":"SENT","facts":"none"}
				""".formatted(KEY, KEY));
		assertEquals(Milestone.INSTALLED, request().milestone());
	}

	@Test
	void aRequestOfWhichTheHolderIsNotKnownIsPassedOver() throws Exception {
		new Entries(journal, "a", START).write(Event.INSTALLED);
		assertTrue(journal.requests().isEmpty());
	}

	@Test
	void factsWithLineEndsAndQuotesComeBack() throws Exception {
		new Entries(journal, "a", START).requested().write(Event.STEP_FAILED, Map.of(Fact.HOLDER_NAME, "A \"B\"\nC é"));
		assertEquals("A \"B\"\nC é", request().holderName());
	}

	@Test
	void nothingIsReadAgainWhileNothingIsWritten() throws Exception {
		new Entries(otherProcess, "a", START).requested();
		assertSame(request(), request());
	}

	@Test
	void entriesOfSeveralThreadsAndProcessesAllArrive() throws Exception {
		new Entries(journal, "a", START).requested();
		var writers = new ArrayList<Callable<Void>>();
		for (int writer = 0; writer < 8; writer++) {
			var own = writer % 2 == 0 ? journal : otherProcess;
			writers.add(() -> {
				for (int entry = 0; entry < 10; entry++) {
					own.write(new JournalEntry(START, "flow", "a", "step", Event.STEP_DONE, KEY, new HashMap<>()));
				}
				return null;
			});
		}
		try (var threads = Executors.newFixedThreadPool(writers.size())) {
			for (var written : threads.invokeAll(writers)) {
				written.get();
			}
		}
		assertEquals(4 + 80, RunFile.read(data.resolve("journal/a.jsonl")).size());
		assertEquals(Milestone.SENT, request().milestone());
	}

	@Test
	void aRunCannotLeaveTheFolder() {
		assertThrows(IllegalArgumentException.class, () -> new Entries(journal, "../a", START).write(Event.SENT));
	}

	@Test
	void aFolderThatCannotBeWrittenIsSaid() throws Exception {
		Files.writeString(data.resolve("journal"), "a file where the folder should be");
		var failure = assertThrows(JournalException.class, () -> new Entries(journal, "a", START).write(Event.SENT));
		assertEquals("name-taken", failure.problem());
	}

	@Test
	void entriesOfThisAndOfOtherProcessesAreTold() throws Exception {
		var told = new Semaphore(0);
		try (var watch = journal.watch(told::release)) {
			new Entries(journal, "a", START).requested();
			assertTrue(told.tryAcquire(20, TimeUnit.SECONDS));
			var entries = new Entries(otherProcess, "b", START.plusSeconds(3600));
			entries.write(Event.INSTALLED);
			while (request().milestone() != Milestone.INSTALLED) {
				assertTrue(told.tryAcquire(20, TimeUnit.SECONDS));
			}
		}
	}

	private RequestRecord request() {
		return journal.request(KEY).orElseThrow();
	}
}
