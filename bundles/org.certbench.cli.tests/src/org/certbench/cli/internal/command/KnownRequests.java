package org.certbench.cli.internal.command;

import java.util.List;

import org.certbench.journal.Journal;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.RequestRecord;

/** A journal that tells of these requests. */
record KnownRequests(List<RequestRecord> requests) implements Journal {

	@Override
	public void write(JournalEntry entry) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Watch watch(Runnable changed) {
		throw new UnsupportedOperationException();
	}
}
