package org.certbench.workbench.internal;

import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.certbench.inventory.DemoContent;
import org.certbench.ui.CurrentEnvironment;
import org.certbench.ui.Overview;
import org.certbench.ui.ProblemDialog;
import org.certbench.ui.Services;
import org.certbench.ui.UiJob;
import org.certbench.ui.UiThread;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;

/**
 * Sees to it that in the simulator there is a keystore to try everything on: a new user shall not
 * stand before an empty window (W09). UI thread.
 */
final class Demonstration {

	private static final Texts TEXTS = Texts.of(Demonstration.class);

	/** Makes the keystore now, or when the person changes to the simulator. */
	void start() {
		Services.find(CurrentEnvironment.class).ifPresent(current -> {
			Shell shell = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell();
			var watch = current.watch(environment -> UiThread.in(shell, () -> prepare(environment, shell)));
			shell.addDisposeListener(disposed -> watch.close());
			prepare(current.get(), shell);
		});
	}

	private static void prepare(Environment environment, Shell shell) {
		if (environment == Environment.SIMULATOR) {
			Services.find(DemoContent.class).ifPresent(content -> UiJob.named(TEXTS.get("demonstration.job"), shell, content::ensure)
					.whenDone(file -> Services.find(Overview.class).ifPresent(Overview::refresh))
					.whenFailed(problem -> ProblemDialog.open(shell, problem)).start());
		}
	}
}
