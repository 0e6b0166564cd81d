package org.certbench.ui.wizard.internal;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.flow.FlowRun;
import org.certbench.ui.UiJob;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Shell;

/** Enters and performs the steps of a run in a worker, one thing at a time. UI thread. */
final class StepWork {

	/** Something long that can be started. */
	@FunctionalInterface
	interface Task {
		/**
		 * Starts it.
		 *
		 * @param owner   what is told is told only while it is there
		 * @param outcome told how it goes
		 */
		void start(Shell owner, Outcome outcome);
	}

	/** Told how work goes, in the UI thread. */
	interface Outcome {
		/** What is being done now. */
		void doing(String what);

		/** It went well. */
		void done();

		/** It went wrong, or was cancelled. */
		void failed(ProblemException problem);

		/** It broke off by a fault of the program, which the platform tells. */
		void broken();
	}

	private final FlowRun run;
	private Job job;
	/** Stands for the work under way; null where there is none. */
	private Object underWay;

	StepWork(FlowRun run) {
		this.run = run;
	}

	boolean isBusy() {
		return underWay != null;
	}

	/** Prepares the current step. */
	Task entering() {
		return task(run::enter);
	}

	/** Performs the current step, and prepares the next one. */
	Task goingOn() {
		return task(progress -> {
			run.next(progress);
			if (!run.isDone()) {
				run.enter(progress);
			}
		});
	}

	/** Asks what is under way to stop. */
	void cancel() {
		if (isBusy()) {
			job.cancel();
		}
	}

	/** What a step does. */
	@FunctionalInterface
	private interface Work {
		void run(Progress progress) throws ProblemException;
	}

	private Task task(Work work) {
		return (owner, outcome) -> {
			if (isBusy()) {
				throw new IllegalStateException("the step " + run.current().id() + " is under way");
			}
			var token = new Object();
			underWay = token;
			job = UiJob.<Void>named(run.current().title(), owner, progress -> {
				work.run(progress);
				return null;
			}).whileDoing(outcome::doing).whenDone(nothing -> {
				underWay = null;
				outcome.done();
			}).whenFailed(problem -> {
				underWay = null;
				outcome.failed(problem);
			}).atTheEnd(() -> {
				if (underWay == token) {
					underWay = null;
					outcome.broken();
				}
			}).start();
		};
	}
}
