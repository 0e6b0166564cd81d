package org.certbench.ui;

import java.nio.file.Path;

import org.certbench.core.KeyIdentifier;
import org.certbench.flow.Flows;

/**
 * A flow that can be started here, and on what: what a button or an item of a menu stands for. Made
 * by {@link FlowStarts}.
 *
 * @param flow     which
 * @param keystore the file to work on, or null where the flow asks
 * @param request  the pending request to go on with, or null for none
 * @param launcher shows it
 */
public record FlowStart(Flows.Description flow, Path keystore, KeyIdentifier request, FlowLauncher launcher) {

	/** Starts it. UI thread. */
	public void launch() {
		launcher.launch(flow.id(), keystore, request);
	}
}
