package org.certbench.eid.guide.internal;

import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;

/** Tells what is wrong with the cards in the readers. */
public final class CardRule implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.of(CardFacts.class).stream().flatMap(cards -> cards.findings().stream());
	}
}
