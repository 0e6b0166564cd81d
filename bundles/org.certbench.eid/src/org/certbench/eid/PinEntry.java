package org.certbench.eid;

import org.certbench.core.Cancelled;
import org.certbench.core.Secret;

/** Asks the person for the PIN: a dialog, a terminal, a file. */
@FunctionalInterface
public interface PinEntry {

	/**
	 * Asks, and blocks until answered. Called in the thread that signs, never in the UI thread.
	 *
	 * @return the PIN; the caller clears it
	 * @throws Cancelled where the person gives none
	 */
	Secret ask(PinRequest request) throws Cancelled;
}
