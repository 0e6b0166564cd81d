package org.certbench.ui.wizard.internal.page;

import java.util.Optional;

import org.certbench.core.ProblemException;
import org.certbench.eid.Card;

/**
 * What is in a card reader.
 *
 * @param reader  its name
 * @param inside  the card, or null
 * @param problem why there is none that can be used, or null where the reader is empty
 */
record CardPlace(String reader, Card inside, ProblemException problem) {

	Optional<Card> card() {
		return Optional.ofNullable(inside);
	}

	Optional<ProblemException> whyNot() {
		return Optional.ofNullable(problem);
	}
}
