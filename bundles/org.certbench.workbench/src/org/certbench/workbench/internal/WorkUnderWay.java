package org.certbench.workbench.internal;

import java.util.Arrays;
import java.util.List;

import org.certbench.core.Texts;
import org.certbench.ui.Question;
import org.certbench.ui.Question.Answer;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;

/** The work that a person started or sees. Jobs of the system are not counted. */
final class WorkUnderWay {

	private static final Texts TEXTS = Texts.of(WorkUnderWay.class);

	private WorkUnderWay() {
	}

	/** The jobs that run now. */
	static List<Job> jobs() {
		return Arrays.stream(Job.getJobManager().find(null)).filter(job -> !job.isSystem())
				.filter(job -> job.getState() == Job.RUNNING || job.getState() == Job.WAITING).toList();
	}

	/** Whether the window may close: yes where no work is under way, else as the person answers. */
	static boolean mayStop(IWorkbenchWindow window) {
		var jobs = jobs();
		if (jobs.isEmpty() || window == null) {
			return true;
		}
		String names = String.join("\n", jobs.stream().map(job -> "– " + job.getName()).toList());
		var question = new Question(window.getShell(), MessageDialog.QUESTION, "closing", TEXTS.get("closing.title"),
				TEXTS.get("closing.message", names), new Answer("leave", TEXTS.get("closing.leave")),
				new Answer("stay", TEXTS.get("closing.stay")));
		if (!question.isAnsweredYes()) {
			return false;
		}
		jobs.forEach(Job::cancel);
		return true;
	}
}
