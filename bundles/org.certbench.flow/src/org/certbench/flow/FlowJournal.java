package org.certbench.flow;

import java.lang.System.Logger.Level;
import java.util.EnumMap;
import java.util.Map;

import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.JournalEntry.Event;
import org.certbench.journal.JournalEntry.Fact;
import org.certbench.journal.JournalException;

/** Writes to the journal how the steps of one run go. */
final class FlowJournal {

	private static final System.Logger LOG = System.getLogger(FlowJournal.class.getName());

	private final FlowSession session;
	private final String flow;
	private final String run;
	private volatile String step = "";

	FlowJournal(FlowSession session, String flow, String run) {
		this.session = session;
		this.flow = flow;
		this.run = run;
	}

	/** Performs a step, with an entry before and after. */
	void perform(Step performed, Progress progress) throws ProblemException {
		step = performed.id();
		write(Event.STEP_STARTED, Map.of());
		try {
			performed.perform(session, progress);
		} catch (ProblemException e) {
			failed(e, factsOf(e));
			throw e;
		} catch (RuntimeException e) {
			// its words are for developers, and nobody has looked that they hold no secret
			failed(e, Map.of());
			throw e;
		}
		write(Event.STEP_DONE, Map.of());
	}

	/** What failed is what the person must be told, even where it cannot be written down. */
	private void failed(Exception failure, Map<Fact, String> facts) {
		try {
			write(Event.STEP_FAILED, facts);
		} catch (JournalException e) {
			failure.addSuppressed(e);
		}
	}

	private static Map<Fact, String> factsOf(ProblemException problem) {
		var facts = new EnumMap<Fact, String>(Map.of(Fact.PROBLEM, problem.problem(), Fact.MESSAGE, problem.getMessage()));
		if (problem instanceof NotYetIssued notYet) {
			notYet.until().ifPresent(until -> facts.put(Fact.NOT_YET_UNTIL, until.toString()));
		}
		return facts;
	}

	/**
	 * Notes that the run ended before its last step, where anything was done in it; a journal that
	 * cannot be written ends nothing here.
	 */
	void cancelled() {
		if (step.isEmpty()) {
			return;
		}
		try {
			write(Event.RUN_CANCELLED, Map.of());
		} catch (JournalException e) {
			LOG.log(Level.WARNING, "the end of a run is not in the journal", e);
		}
	}

	/** An entry of the present step, for the request that the run works on. */
	private void write(Event event, Map<Fact, String> facts) throws JournalException {
		write(event, session.request().orElse(null), facts);
	}

	/** An entry of the present step, for a request. */
	void write(Event event, KeyIdentifier request, Map<Fact, String> facts) throws JournalException {
		session.services().journal().write(
				new JournalEntry(session.services().clock().instant(), flow, run, step, event, request, facts));
	}
}
