package org.certbench.life;

import org.certbench.core.Secret;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.PinEntry;
import org.certbench.eid.emulator.PinWatch;
import org.certbench.eid.virtual.VirtualCards;

/** The virtual cards that all tests share: making them takes longer than using them. */
final class Cards {

	static final VirtualCards SHARED = new VirtualCards(Folders.temporary("virtual-cards"));

	/** Gives the right PIN. */
	static final PinEntry PIN = request -> Secret.taking(PinWatch.give(VirtualCards.PIN));

	private Cards() {
	}

	/** The card in a reader. */
	static Card in(String reader) throws CardException {
		return SHARED.readers().stream().filter(each -> each.name().equals(reader)).findFirst().orElseThrow().card()
				.orElseThrow();
	}
}
