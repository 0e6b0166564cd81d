package org.certbench.eid;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the person must know before giving a PIN.
 *
 * @param card      the card it is for
 * @param key       which of its keys will sign
 * @param meaning   what the signature means
 * @param triesLeft where the card tells; 1 means that a wrong PIN blocks the card
 */
public record PinRequest(Card card, CardKey key, String meaning, OptionalInt triesLeft) {

	/** For a virtual card, a sentence that tells its PIN. */
	public Optional<String> hint() {
		return card.pinHint();
	}
}
