package org.certbench.eid.pcsc.internal;

import java.util.HashMap;
import java.util.Map;

import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/**
 * What can be seen of the readers without touching a card.
 *
 * @param served  whether the service answers
 * @param readers whether there is a card in each
 */
public record ReaderSight(boolean served, Map<String, Boolean> readers) {

	/** Before anybody has looked. */
	public static final ReaderSight NOTHING = new ReaderSight(true, Map.of());

	/** Looks. */
	public static ReaderSight of(Terminals terminals) {
		try {
			var readers = new HashMap<String, Boolean>();
			terminals.list().forEach(terminal -> readers.put(terminal.getName(), hasCard(terminal)));
			return new ReaderSight(true, readers);
		} catch (org.certbench.eid.CardException e) {
			return new ReaderSight(false, Map.of());
		}
	}

	private static boolean hasCard(CardTerminal terminal) {
		try {
			return terminal.isCardPresent();
		} catch (CardException gone) {
			return false;
		}
	}
}
