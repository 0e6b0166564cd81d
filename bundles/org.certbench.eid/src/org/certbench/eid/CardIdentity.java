package org.certbench.eid;

import java.time.LocalDate;
import java.util.List;

import org.certbench.core.Identifier;

/**
 * Whose card it is.
 *
 * @param name       the family name
 * @param firstNames at least one
 * @param ssin       the number of the national register
 * @param cardNumber the card's own number
 * @param validFrom  first day
 * @param validUntil last day
 */
public record CardIdentity(String name, List<String> firstNames, Identifier ssin, String cardNumber,
		LocalDate validFrom, LocalDate validUntil) {

	public CardIdentity {
		firstNames = List.copyOf(firstNames);
	}

	/** First names and name, as one would say them. */
	public String displayName() {
		return String.join(" ", firstNames) + " " + name;
	}
}
