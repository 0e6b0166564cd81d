package org.certbench.flow;

import java.lang.System.Logger.Level;
import java.util.Map;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;
import org.certbench.journal.JournalException;

/** Writes to the journal how the steps of one run go. */
final class FlowJournal {

	private static final System.Logger LOG = System.getLogger(FlowJournal.class.getName());

	private final FlowServices services;
	private final String flow;
	private final String run;

	FlowJournal(FlowServices services, String flow, String run) {
		this.services = services;
		this.flow = flow;
		this.run = run;
	}

	/** Performs a step, with an entry before and after. */
	void perform(Step step, FlowSession session, Progress progress) throws ProblemException {
		write(step, Event.STEP_STARTED, Map.of());
		try {
			step.perform(session, progress);
		} catch (ProblemException e) {
			write(step, Event.STEP_FAILED, Map.of(Fact.PROBLEM, e.problem(), Fact.MESSAGE, e.getMessage()));
			throw e;
		}
		write(step, Event.STEP_DONE, Map.of());
	}

	/** Notes that the run ended before its last step; a journal that cannot be written ends nothing here. */
	void cancelled(Step step) {
		try {
			write(step, Event.RUN_CANCELLED, Map.of());
		} catch (JournalException e) {
			LOG.log(Level.WARNING, "the end of a run is not in the journal", e);
		}
	}

	private void write(Step step, Event event, Map<Fact, String> facts) throws JournalException {
		services.journal().write(
				new JournalEntry(services.clock().instant(), flow, run, step.id(), event, null, facts));
	}
}
