package org.certbench.ui;

import java.util.function.Consumer;

import org.certbench.core.Progress;
import org.eclipse.core.runtime.IProgressMonitor;

/** The {@link Progress} of the lower floors, shown by a Job's monitor and cancelled by it. */
public final class JobProgress implements Progress {

	private final IProgressMonitor monitor;
	private final Consumer<String> watcher;

	/**
	 * @param monitor shows what is being done, and knows whether to stop
	 * @param watcher is told what is being done too, in the thread of the work
	 */
	public JobProgress(IProgressMonitor monitor, Consumer<String> watcher) {
		this.monitor = monitor;
		this.watcher = watcher;
	}

	@Override
	public void doing(String what) {
		monitor.subTask(what);
		watcher.accept(what);
	}

	@Override
	public boolean isCancelled() {
		return monitor.isCanceled();
	}
}
