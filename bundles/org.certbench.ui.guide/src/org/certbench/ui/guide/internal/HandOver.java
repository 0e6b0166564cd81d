package org.certbench.ui.guide.internal;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

import org.certbench.core.Finding;
import org.certbench.journal.Journal;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.JournalException;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.ui.Snapshot;

/**
 * The last step of a renewal, which nobody but a person can do: the new keystore is given to the
 * software that uses it. The person says that it is done, or does not want to be asked again (M25).
 */
final class HandOver {

	private static final String PROBLEM = "handed-over-not";

	private final Journal journal;
	private final InstantSource clock;

	HandOver(Journal journal, InstantSource clock) {
		this.journal = journal;
		this.clock = clock;
	}

	/** The renewal whose keystore a finding wants to be handed over, if it is such a finding. */
	Optional<RequestRecord> wantedBy(Finding finding, Snapshot snapshot) {
		if (!finding.problem().equals(PROBLEM)) {
			return Optional.empty();
		}
		return Snapshot.file(finding).flatMap(file -> snapshot.requests().stream()
				.filter(request -> request.keystore().toAbsolutePath().equals(file))
				.filter(request -> request.next().filter(NextAction.HAND_OVER::equals).isPresent()).findFirst());
	}

	/** Notes that it is done. Writes to the disk: not for the UI thread. */
	void done(RequestRecord request) throws JournalException {
		journal.write(new JournalEntry(clock.instant(), "guide", request.key().hex(), "hand-over",
				JournalEntry.Event.HANDED_OVER, request.key(), Map.of()));
	}
}
