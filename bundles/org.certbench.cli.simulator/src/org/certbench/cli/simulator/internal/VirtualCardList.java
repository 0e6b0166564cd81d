package org.certbench.cli.simulator.internal;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;

import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;

/** The cards that the simulator trusts: those of every provider that has a test root. */
final class VirtualCardList {

	private static final System.Logger LOGGER = System.getLogger(VirtualCardList.class.getName());

	private VirtualCardList() {
	}

	/**
	 * A card to try things with.
	 *
	 * @param card    what the option {@code --card} takes
	 * @param holder  whose it is
	 * @param ssin    the invented number
	 * @param hint    a sentence that tells the PIN
	 */
	record VirtualCard(String card, String holder, String ssin, String hint) {

		private static VirtualCard of(String provider, Card card) {
			return new VirtualCard(provider + ":" + card.readerName(), card.identity().displayName(),
					card.identity().ssin().toString(), card.pinHint().orElse(""));
		}
	}

	static List<VirtualCard> of(CardProviders providers) {
		var cards = new ArrayList<VirtualCard>();
		for (var description : providers.installed()) {
			var provider = providers.provider(description.id());
			if (!provider.testRoots().isEmpty()) {
				addAll(description.id(), provider, cards);
			}
		}
		return cards;
	}

	/** Test cards may lie in real readers, which come and go: those that cannot be read now are left out. */
	private static void addAll(String id, CardProvider provider, List<VirtualCard> cards) {
		try {
			for (var reader : provider.readers()) {
				reader.card().ifPresent(card -> cards.add(VirtualCard.of(id, card)));
			}
		} catch (CardException notNow) {
			LOGGER.log(Level.DEBUG, "no cards of " + id, notNow);
		}
	}
}
