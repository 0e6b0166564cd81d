package org.certbench.flow;

import java.util.ArrayList;
import java.util.List;

import org.certbench.journal.Journal;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.RequestRecord;

/** A journal in memory: keeps what is written, and tells of the requests that a test gives it. */
final class RecordingJournal implements Journal {

	private final List<JournalEntry> entries = new ArrayList<>();
	private final List<RequestRecord> requests = new ArrayList<>();

	@Override
	public synchronized void write(JournalEntry entry) {
		entries.add(entry);
	}

	@Override
	public List<RequestRecord> requests() {
		return requests;
	}

	@Override
	public Watch watch(Runnable changed) {
		throw new UnsupportedOperationException();
	}

	void tellOf(RequestRecord request) {
		requests.add(request);
	}

	synchronized List<JournalEntry> entries() {
		return List.copyOf(entries);
	}

	/** What happened, without the facts. */
	List<Event> events() {
		return entries().stream().map(JournalEntry::event).toList();
	}
}
