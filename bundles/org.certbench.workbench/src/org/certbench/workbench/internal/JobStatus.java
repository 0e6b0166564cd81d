package org.certbench.workbench.internal;

import org.certbench.core.Texts;
import org.certbench.ui.Icon;
import org.certbench.ui.UiThread;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;

/** How many jobs run, in the status line. */
public final class JobStatus extends WorkbenchWindowControlContribution {

	private static final Texts TEXTS = Texts.of(JobStatus.class);

	@Override
	protected Control createControl(Composite parent) {
		var field = new StatusField(parent, "status.jobs", Icon.PENDING, TEXTS.get("status.jobs", 10),
				TEXTS.get("status.jobs.none"));
		var listener = new JobChangeAdapter() {
			@Override
			public void running(IJobChangeEvent event) {
				changed(event.getJob());
			}

			@Override
			public void done(IJobChangeEvent event) {
				changed(event.getJob());
			}

			private void changed(Job job) {
				if (!job.isSystem()) {
					UiThread.in(field, () -> show(field));
				}
			}
		};
		Job.getJobManager().addJobChangeListener(listener);
		field.addDisposeListener(disposed -> Job.getJobManager().removeJobChangeListener(listener));
		show(field);
		return field;
	}

	private static void show(StatusField field) {
		var jobs = WorkUnderWay.jobs();
		field.show(switch (jobs.size()) {
			case 0 -> TEXTS.get("status.jobs.none");
			case 1 -> TEXTS.get("status.jobs.one");
			default -> TEXTS.get("status.jobs", jobs.size());
		}, String.join("\n", jobs.stream().map(Job::getName).toList()));
	}
}
