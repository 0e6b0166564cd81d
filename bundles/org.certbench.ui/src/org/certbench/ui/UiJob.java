package org.certbench.ui;

import java.util.function.Consumer;

import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Widget;

/**
 * Work in the background whose outcome is shown in the UI thread: with a name, progress and cancel
 * in the platform's progress view. Set it up and {@link #start()} it, once.
 *
 * <pre>
 * UiJob.named(texts.get("reading"), button, progress -&gt; keystores.inspect(file))
 * 		.whenDone(this::show).whenFailed(problemArea::show).start();
 * </pre>
 *
 * What is told afterwards is told only while the owner, a widget, is there.
 *
 * @param <T> what the work yields
 */
public final class UiJob<T> {

	/** The work. */
	@FunctionalInterface
	public interface Work<T> {
		/** Runs in a worker thread. */
		T run(Progress progress) throws ProblemException;
	}

	private final String name;
	private final Widget owner;
	private final Work<T> work;
	private boolean quiet;
	private Consumer<String> doing = what -> {
	};
	private Consumer<T> done = result -> {
	};
	private Consumer<ProblemException> failed = problem -> {
	};
	private Runnable ended = () -> {
	};

	private UiJob(String name, Widget owner, Work<T> work) {
		this.name = name;
		this.owner = owner;
		this.work = work;
	}

	/**
	 * Work to be done.
	 *
	 * @param name  for people: "Sending the request"
	 * @param owner where the outcome is shown; without it nothing is told
	 */
	public static <T> UiJob<T> named(String name, Widget owner, Work<T> work) {
		return new UiJob<>(name, owner, work);
	}

	/** Keeps it out of the progress view: for work that is over in a moment. */
	public UiJob<T> quietly() {
		quiet = true;
		return this;
	}

	/** Told what is being done, in the UI thread. */
	public UiJob<T> whileDoing(Consumer<String> shown) {
		doing = shown;
		return this;
	}

	/** Told the result, in the UI thread. */
	public UiJob<T> whenDone(Consumer<T> shown) {
		done = shown;
		return this;
	}

	/** Told why it failed, or that it was {@link Cancelled}, in the UI thread. */
	public UiJob<T> whenFailed(Consumer<ProblemException> shown) {
		failed = shown;
		return this;
	}

	/** Run at the end in any case, after the others, in the UI thread. */
	public UiJob<T> atTheEnd(Runnable run) {
		ended = run;
		return this;
	}

	/** Starts it; the Job can be cancelled and waited for. */
	public Job start() {
		Job job = Job.create(name, this::run);
		job.setSystem(quiet);
		job.setUser(false);
		job.schedule();
		return job;
	}

	private IStatus run(IProgressMonitor monitor) {
		monitor.beginTask(name, IProgressMonitor.UNKNOWN);
		try {
			T result = work.run(new JobProgress(monitor, what -> UiThread.in(owner, () -> doing.accept(what))));
			UiThread.in(owner, () -> done.accept(result));
			return Status.OK_STATUS;
		} catch (Cancelled e) {
			UiThread.in(owner, () -> failed.accept(e));
			return Status.CANCEL_STATUS;
		} catch (ProblemException e) {
			UiThread.in(owner, () -> failed.accept(e));
			// Told in its place: the platform shall not show it a second time.
			return Status.info(e.getMessage());
		} finally {
			UiThread.in(owner, ended);
			monitor.done();
		}
	}
}
