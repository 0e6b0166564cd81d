package org.certbench.ui.reminder.internal;

import java.time.Instant;
import java.util.List;

import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.reminder.Reminder;
import org.certbench.reminder.Reminders;
import org.certbench.ui.CurrentEnvironment;
import org.certbench.ui.FlowStarts;
import org.certbench.ui.Overview;
import org.certbench.ui.Services;
import org.certbench.ui.Snapshot;
import org.certbench.ui.UiJob;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IStartup;
import org.eclipse.ui.PlatformUI;

/**
 * Tells in the window, at its start and while days pass, which certificates of the present environment
 * expire soon: each once for each threshold (M20).
 */
public final class ReminderStart implements IStartup {

	private static final Texts TEXTS = Texts.of(ReminderStart.class);
	private static final System.Logger LOG = System.getLogger(ReminderStart.class.getName());

	private Notice notice;

	@Override
	public void earlyStartup() {
		PlatformUI.getWorkbench().getDisplay().asyncExec(this::begin);
	}

	private void begin() {
		var window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
		var overview = Services.find(Overview.class);
		var reminders = Services.find(Reminders.class);
		if (window != null && overview.isPresent() && reminders.isPresent()) {
			overview.get().showIn(window.getShell(), snapshot -> look(window.getShell(), snapshot, reminders.get()));
		}
	}

	/** Nothing more is told while something is in sight. */
	private void look(Shell window, Snapshot snapshot, Reminders reminders) {
		var certificates = present(snapshot);
		if (certificates.isEmpty() || isInSight()) {
			return;
		}
		UiJob.named(TEXTS.get("looking"), window, progress -> reminders.forWorkbench(certificates)).quietly()
				.whenDone(due -> tell(window, due, snapshot.at(), reminders))
				.whenFailed(problem -> LOG.log(System.Logger.Level.WARNING, "nobody is reminded in the window", problem)).start();
	}

	private static List<CertificateLife> present(Snapshot snapshot) {
		var environment = Services.find(CurrentEnvironment.class).map(CurrentEnvironment::get);
		return snapshot.certificates().stream()
				.filter(life -> environment.filter(life.environment()::equals).isPresent()).toList();
	}

	private void tell(Shell window, List<Reminder> due, Instant now, Reminders reminders) {
		if (!due.isEmpty() && !isInSight()) {
			notice = new Notice(window, due, now, Services.find(FlowStarts.class), () -> note(window, due, reminders));
			notice.show();
		}
	}

	private boolean isInSight() {
		return notice != null && notice.isInSight();
	}

	private static void note(Shell window, List<Reminder> seen, Reminders reminders) {
		UiJob.named(TEXTS.get("noting"), window, progress -> {
			reminders.seen(seen);
			return seen;
		}).quietly().whenFailed(problem -> LOG.log(System.Logger.Level.WARNING, "it will be told again", problem)).start();
	}
}
