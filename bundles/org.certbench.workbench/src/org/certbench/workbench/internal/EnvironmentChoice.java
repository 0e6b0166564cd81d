package org.certbench.workbench.internal;

import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.certbench.inventory.Words;
import org.certbench.ui.CurrentEnvironment;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IAction;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.PlatformUI;

/** Changes the environment; production only after a question (M01). UI thread. */
final class EnvironmentChoice {

	private static final Texts TEXTS = Texts.of(EnvironmentChoice.class);

	private EnvironmentChoice() {
	}

	/** One action for each environment that there is, and for the present one in any case. */
	static List<IAction> actions(CurrentEnvironment current) {
		return Stream.concat(current.offered().stream(), Stream.of(current.get())).distinct().sorted()
				.map(environment -> action(current, environment)).toList();
	}

	private static IAction action(CurrentEnvironment current, Environment environment) {
		var action = new Action(Words.of(environment), IAction.AS_RADIO_BUTTON) {
			@Override
			public void run() {
				if (isChecked() && environment != current.get() && isMeant(environment)) {
					current.choose(environment);
				}
			}
		};
		action.setId("org.certbench.workbench.environment." + environment.id());
		action.setToolTipText(Words.meaning(environment));
		action.setChecked(environment == current.get());
		return action;
	}

	private static boolean isMeant(Environment environment) {
		if (environment != Environment.PRODUCTION) {
			return true;
		}
		String[] answers = { TEXTS.get("production.no"), TEXTS.get("production.yes") };
		return new MessageDialog(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(),
				TEXTS.get("production.title"), null, TEXTS.get("production.message"), MessageDialog.WARNING, 0, answers)
				.open() == 1;
	}
}
