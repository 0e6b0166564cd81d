package org.certbench.ui;

import java.nio.file.Path;

import org.certbench.core.KeyIdentifier;

/**
 * Starts a flow where the person sees it: a service that the wizard offers. Where there is none,
 * views do not offer to start anything. To be called in the UI thread; returns when the flow is
 * shown or when it has ended, as the implementation likes.
 */
@FunctionalInterface
public interface FlowLauncher {

	/**
	 * Shows a flow, in the environment of the request or of the keystore, and in the
	 * {@link CurrentEnvironment} where there is neither.
	 *
	 * @param flow     id of an installed flow, as in {@link org.certbench.flow.Flows#installed()}
	 * @param keystore the file to work on, or null where the flow shall ask
	 * @param request  the pending request to go on with, or null for none
	 */
	void launch(String flow, Path keystore, KeyIdentifier request);
}
