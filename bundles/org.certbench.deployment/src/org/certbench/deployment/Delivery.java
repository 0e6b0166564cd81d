package org.certbench.deployment;

import java.util.List;

/**
 * What was done to hand a keystore over, in the user's language.
 *
 * @param facts where it is, what was said to it, what is left to the person; nothing secret
 */
public record Delivery(List<Fact> facts) {

	/** A fact with its name. */
	public record Fact(String name, String value) {
	}

	public Delivery {
		facts = List.copyOf(facts);
	}
}
