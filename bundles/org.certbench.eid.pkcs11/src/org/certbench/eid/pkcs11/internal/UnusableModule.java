package org.certbench.eid.pkcs11.internal;

import java.util.Optional;

import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardReader;

/**
 * Stands in the list of readers for a module that cannot be used, so that a person sees why.
 *
 * @param name   the module's
 * @param reason what is told
 */
public record UnusableModule(String name, CardException reason) implements CardReader {

	@Override
	public Optional<Card> card() throws CardException {
		throw reason;
	}
}
