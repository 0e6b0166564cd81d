package org.certbench.authority;

import java.util.List;

import org.certbench.core.Identifier;

/**
 * A natural person who acts.
 *
 * @param ssin       the number of the national register
 * @param firstNames may be empty
 * @param name       the family name
 */
public record Person(Identifier ssin, List<String> firstNames, String name) {

	public Person {
		firstNames = List.copyOf(firstNames);
	}
}
