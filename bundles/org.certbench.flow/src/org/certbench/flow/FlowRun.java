package org.certbench.flow;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/**
 * One run of a flow, from its first step to its result: the one implementation behind the wizard,
 * the command line and the tests. Each step is written to the journal before and after it is
 * performed. One thread at a time.
 */
public final class FlowRun implements AutoCloseable {

	private final String flow;
	private final FlowSession session;
	private final List<Step> steps;
	private final FlowJournal journal;
	private int position;
	private boolean done;

	/** Starts a run; the session becomes its own. */
	public FlowRun(String flow, Flow steps, FlowSession session) {
		this.flow = flow;
		this.session = session;
		this.steps = List.copyOf(steps.steps(session));
		this.journal = new FlowJournal(session.services(), flow,
				HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
	}

	/** Id of the flow. */
	public String flow() {
		return flow;
	}

	public FlowSession session() {
		return session;
	}

	public List<Step> steps() {
		return steps;
	}

	/** Which step is the current one, from 0. */
	public int position() {
		return position;
	}

	public Step current() {
		return steps.get(position);
	}

	/** Whether the last step was performed. */
	public boolean isDone() {
		return done;
	}

	/** Prepares the current step; may be repeated after a failure. */
	public void enter(Progress progress) throws ProblemException {
		current().enter(session, progress);
	}

	/** What is wrong with the current step's answers. */
	public List<AnswerProblem> check() {
		return current().check(session);
	}

	/**
	 * Performs the current step and goes on to the next one, which is not entered yet. May be
	 * repeated after a failure.
	 *
	 * @throws IllegalStateException where the answers are not all right
	 */
	public void next(Progress progress) throws ProblemException {
		var problems = check();
		if (!problems.isEmpty()) {
			throw new IllegalStateException("step " + current().id() + " is not answered: " + problems);
		}
		journal.perform(current(), session, progress);
		done = position == steps.size() - 1;
		if (!done) {
			position++;
		}
	}

	/** Whether one can go back from here. */
	public boolean canGoBack() {
		return position > 0 && !done && !steps.get(position - 1).isPointOfNoReturn();
	}

	/** Goes back to the step before. */
	public void back() {
		if (!canGoBack()) {
			throw new IllegalStateException("cannot go back from step " + current().id());
		}
		position--;
	}

	/** Ends the run, finished or not: clears every secret, closes every keystore. */
	@Override
	public void close() {
		if (!done) {
			journal.cancelled(current());
		}
		session.close();
	}
}
