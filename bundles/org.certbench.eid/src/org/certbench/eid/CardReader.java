package org.certbench.eid;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A card reader. */
public interface CardReader {

	/** The reader's name, as its system gives it. */
	String name();

	/**
	 * Readers without those that an earlier provider reaches as well: other software shows the same
	 * readers as the card service of the machine, under the same names.
	 */
	static List<CardReader> distinct(Collection<CardReader> readers) {
		var byName = new LinkedHashMap<String, CardReader>();
		readers.forEach(reader -> byName.putIfAbsent(reader.name(), reader));
		return List.copyOf(byName.values());
	}

	/**
	 * The card in it, if there is one. May take a second; not for the UI thread.
	 *
	 * @throws CardException where the card is not an eID or does not answer
	 */
	Optional<Card> card() throws CardException;
}
