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
	 * Tells the person that the PIN is asked for elsewhere: there is no field for it, and the program never
	 * sees it. Returns at once; called in the thread that signs. Without a place to tell it, whoever asks
	 * says it alone.
	 *
	 * @return closed when the PIN was given, or not
	 */
	default Notice tellToUse(Elsewhere elsewhere, PinRequest request) {
		return () -> {
			// nothing was shown
		};
	}

	/** Where a PIN is given that this program does not ask for. */
	enum Elsewhere {
		/** On the keys of the reader. */
		READER_KEYS,
		/** In a window of the software that the card is reached with. */
		SOFTWARE_WINDOW
	}

	/** What is shown while the PIN is asked for elsewhere. */
	@FunctionalInterface
	interface Notice extends AutoCloseable {
		@Override
		void close();
	}
}
