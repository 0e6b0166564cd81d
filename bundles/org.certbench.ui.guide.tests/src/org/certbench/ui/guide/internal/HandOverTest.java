package org.certbench.ui.guide.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Finding;
import org.certbench.core.Severity;
import org.certbench.journal.Journal;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.testing.TestLives;
import org.certbench.ui.Snapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Handing a renewed keystore over, the step that a person does. */
class HandOverTest {

	private static final Finding NOT_HANDED_OVER = TestLives.finding("NEW", Severity.WARNING, "handed-over-not", true);

	private final WrittenJournal journal = new WrittenJournal();
	private final HandOver handOver = new HandOver(journal, InstantSource.fixed(TestLives.NOW));

	@Test
	@DisplayName("M25: it is asked for once a renewal is activated, and not any more once it is done")
	void wanted() {
		var activated = TestLives.renewal("NEW", "OLD", Milestone.ACTIVATED);
		assertEquals(Optional.of(activated), handOver.wantedBy(NOT_HANDED_OVER, snapshot(activated)));
		assertEquals(Optional.empty(),
				handOver.wantedBy(NOT_HANDED_OVER, snapshot(TestLives.renewal("NEW", "OLD", Milestone.HANDED_OVER))));
		assertEquals(Optional.empty(),
				handOver.wantedBy(NOT_HANDED_OVER, snapshot(TestLives.renewal("OTHER", "OLD", Milestone.ACTIVATED))));
	}

	@Test
	@DisplayName("other findings about the same keystore do not offer it")
	void otherFindings() {
		var weak = TestLives.finding("NEW", Severity.WARNING, "weak-store", true);
		assertEquals(Optional.empty(), handOver.wantedBy(weak, snapshot(TestLives.renewal("NEW", "OLD", Milestone.ACTIVATED))));
	}

	@Test
	@DisplayName("M25: that it is done is written to the journal, for this request")
	void done() throws Exception {
		handOver.done(TestLives.renewal("NEW", "OLD", Milestone.ACTIVATED));
		var entry = journal.written.getFirst();
		assertEquals(JournalEntry.Event.HANDED_OVER, entry.event());
		assertEquals(Optional.of(TestLives.key("NEW")), entry.request());
		assertEquals(TestLives.NOW, entry.at());
	}

	private static Snapshot snapshot(RequestRecord request) {
		return new Snapshot(TestLives.NOW, List.of(), List.of(NOT_HANDED_OVER), List.of(request));
	}

	private static final class WrittenJournal implements Journal {

		private final List<JournalEntry> written = new ArrayList<>();

		@Override
		public void write(JournalEntry entry) {
			written.add(entry);
		}

		@Override
		public List<RequestRecord> requests() {
			return List.of();
		}

		@Override
		public Watch watch(Runnable changed) {
			return () -> {
			};
		}
	}
}
