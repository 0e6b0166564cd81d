package org.certbench.eid.guide.internal;

import java.util.List;

import org.certbench.core.Finding;

/**
 * What is wrong with the cards that were in readers when somebody looked last.
 *
 * @param findings by the cards themselves
 */
public record CardFacts(List<Finding> findings) {

	/** Nobody has looked, or all is well. */
	static final CardFacts NONE = new CardFacts(List.of());

	public CardFacts {
		findings = List.copyOf(findings);
	}
}
