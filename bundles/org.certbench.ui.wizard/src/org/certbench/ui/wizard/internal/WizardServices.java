package org.certbench.ui.wizard.internal;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.flow.StepKind;
import org.certbench.ui.FlowLauncher;
import org.certbench.ui.FlowStart;
import org.certbench.ui.wizard.StepPage;
import org.eclipse.jface.dialogs.IDialogSettings;

/**
 * What the wizard works with.
 *
 * @param flows        the installed flows
 * @param launcher     starts the flow that comes next
 * @param pages        a new page for a kind of step, where one is installed
 * @param passwordHint tells the password of a demonstration keystore
 * @param remembered   choices of earlier times
 */
record WizardServices(Flows flows, FlowLauncher launcher, Function<StepKind, Optional<StepPage>> pages,
		Function<Path, Optional<String>> passwordHint, IDialogSettings remembered) {

	/** The flow that comes next for the request of a session, on its keystore; nothing where there is none. */
	Optional<FlowStart> following(FlowSession session) {
		return session.request().flatMap(session.services().journal()::request)
				.flatMap(request -> flows.next(request).flatMap(flows::description)
						.map(flow -> new FlowStart(flow, request.keystore(), request.key(), launcher)));
	}
}
