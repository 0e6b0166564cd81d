package org.certbench.flow;

import java.util.List;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;
import org.certbench.eid.CardReader;

/**
 * The card that was chosen, as it is in a reader at this moment. A card object is dead once its card was
 * taken out; put in again, in whatever reader, the card is another object: the person need not choose it
 * again. Looks into readers; not for the UI thread.
 */
final class ChosenCard {

	private final Card chosen;
	private final CardProviders providers;
	private final Environment environment;
	/** What keeps the reader that it was in from having it, or null. */
	private CardException instead;

	/** @param environment where it will be used */
	ChosenCard(Card chosen, CardProviders providers, Environment environment) {
		this.chosen = chosen;
		this.providers = providers;
		this.environment = environment;
	}

	/**
	 * The card; the dead object where it is in no reader, so that whoever uses it is told that there is none.
	 *
	 * @throws CardException where something else is in its reader
	 */
	Card now() throws CardException {
		for (var description : providers.installed()) {
			for (var reader : readers(providers.provider(description.id()))) {
				var card = look(reader).filter(this::isChosen);
				if (card.isPresent()) {
					return card.get();
				}
			}
		}
		if (instead != null) {
			throw instead;
		}
		return chosen;
	}

	/** None where the provider has none now: using the card will tell why. */
	private List<CardReader> readers(CardProvider provider) {
		try {
			return provider.environments().contains(environment) ? provider.readers() : List.of();
		} catch (CardException e) {
			return List.of();
		}
	}

	private Optional<Card> look(CardReader reader) {
		boolean isItsReader = reader.name().equals(chosen.readerName());
		try {
			var card = reader.card();
			if (isItsReader && card.filter(this::isReachedAlike).isPresent()) {
				instead = new CardException.OtherCard(reader.name(), chosen.identity().displayName());
			}
			return card;
		} catch (CardException e) {
			instead = isItsReader ? e : instead;
			return Optional.empty();
		}
	}

	private boolean isChosen(Card card) {
		return isReachedAlike(card) && card.identity().cardNumber().equals(chosen.identity().cardNumber());
	}

	/** The way to a card was chosen as well: it decides where the PIN is asked. */
	private boolean isReachedAlike(Card card) {
		return card.getClass() == chosen.getClass();
	}
}
