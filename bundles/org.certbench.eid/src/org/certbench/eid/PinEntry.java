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

	/**
	 * Tells the person to enter the PIN on the keys of the reader: there is no field for it, and the
	 * program never sees it. Returns at once; called in the thread that signs. Without a place to tell
	 * it, the reader's own display asks.
	 *
	 * @return closed when the reader has answered
	 */
	default PadNotice tellToUsePad(PinRequest request) {
		return () -> {
			// nothing was shown
		};
	}

	/** What is shown while the PIN is entered on the reader. */
	@FunctionalInterface
	interface PadNotice extends AutoCloseable {
		@Override
		void close();
	}
}
