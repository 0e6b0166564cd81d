package org.certbench.eid;

import java.util.Optional;

/** A card reader. */
public interface CardReader {

	/** The reader's name, as its system gives it. */
	String name();

	/**
	 * The card in it, if there is one. May take a second; not for the UI thread.
	 *
	 * @throws CardException where the card is not an eID or does not answer
	 */
	Optional<Card> card() throws CardException;
}
