package org.certbench.flow;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/**
 * One run of a flow, from its first step to its result: the one implementation behind the wizard,
 * the command line and the tests. Each step is written to the journal before and after it is
 * performed.
 *
 * <p>
 * {@link #enter} and {@link #next} may take long and belong into a worker, one at a time; the other
 * methods are quick and for any thread. While a worker is busy, a second one is refused, and so is
 * going back; closing then waits for nobody: the run ends as soon as the worker does.
 */
public final class FlowRun implements AutoCloseable {

	/** Something long that a worker does. */
	@FunctionalInterface
	private interface LongWork {
		void run() throws ProblemException;
	}

	private final String flow;
	private final FlowSession session;
	private final FlowJournal journal;
	private final List<Step> steps;
	private int position;
	private boolean done;
	private boolean busy;
	private boolean closed;

	/** Starts a run; the session becomes its own. */
	public FlowRun(String flow, Flow steps, FlowSession session) {
		this.flow = flow;
		this.session = session;
		this.journal = new FlowJournal(session, flow,
				HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()));
		session.begin(new Milestones(session, journal));
		this.steps = List.copyOf(steps.steps(session));
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
	public synchronized int position() {
		return position;
	}

	public Step current() {
		return steps.get(position());
	}

	/** Whether the last step was performed. */
	public synchronized boolean isDone() {
		return done;
	}

	/** Prepares the current step; may be repeated after a failure. */
	public void enter(Progress progress) throws ProblemException {
		exclusively(() -> current().enter(session, progress));
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
		exclusively(() -> {
			var problems = check();
			if (!problems.isEmpty()) {
				throw new IllegalStateException("step " + current().id() + " is not answered: " + problems);
			}
			journal.perform(current(), progress);
			advance();
		});
	}

	/** Whether one can go back from here. */
	public synchronized boolean canGoBack() {
		return position > 0 && !done && !busy && !steps.get(neededFrom(position - 1, -1)).isPointOfNoReturn();
	}

	/** Goes back to the step before. */
	public synchronized void back() {
		if (!canGoBack()) {
			throw new IllegalStateException("cannot go back from step " + current().id());
		}
		position = neededFrom(position - 1, -1);
	}

	/** The first step that is needed, from there on in that direction. */
	private int neededFrom(int start, int direction) {
		int at = start;
		while (at > 0 && at < steps.size() - 1 && !steps.get(at).isNeeded(session)) {
			at += direction;
		}
		return at;
	}

	/**
	 * Ends the run, finished or not: clears every secret, closes every keystore. Where a worker is
	 * busy, that happens as soon as it is not: cancel its progress.
	 */
	@Override
	public void close() {
		synchronized (this) {
			if (closed) {
				return;
			}
			closed = true;
			if (busy) {
				return;
			}
		}
		end();
	}

	private void exclusively(LongWork work) throws ProblemException {
		synchronized (this) {
			if (busy || closed) {
				throw new IllegalStateException(closed ? "this run is closed" : "another thread is at work in this run");
			}
			busy = true;
		}
		try {
			work.run();
		} finally {
			release();
		}
	}

	private void release() {
		synchronized (this) {
			busy = false;
			if (!closed) {
				return;
			}
		}
		end();
	}

	private synchronized void advance() {
		done = position == steps.size() - 1;
		if (!done) {
			position = neededFrom(position + 1, 1);
		}
		if (current().kind().equals(StepKind.RESULT)) {
			session.endClaims();
		}
	}

	/** Who leaves at the result has nothing left to do: that is not called cancelled. */
	private void end() {
		try {
			if (!isDone() && !current().kind().equals(StepKind.RESULT)) {
				journal.cancelled();
			}
		} finally {
			session.close();
		}
	}
}
