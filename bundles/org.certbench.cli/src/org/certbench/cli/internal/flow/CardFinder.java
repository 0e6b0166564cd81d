package org.certbench.cli.internal.flow;

import java.util.Optional;
import java.util.stream.Collectors;

import org.certbench.cli.CardChoice;
import org.certbench.cli.UsageException;
import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;
import org.certbench.eid.CardProviders.Description;
import org.certbench.eid.CardReader;

/** Takes the first card that can be read, in the order of the providers and their readers. */
final class CardFinder {

	private static final Texts TEXTS = Texts.of(CardFinder.class);

	private final CardProviders providers;
	private final Environment environment;
	private final CardChoice choice;
	/** What to say when there is no card: the most telling of what was met. */
	private CardException reason;

	CardFinder(CardProviders providers, Environment environment, CardChoice choice) {
		this.providers = providers;
		this.environment = environment;
		this.choice = choice;
	}

	/**
	 * The card.
	 *
	 * @throws CardException  that tells best why there is none
	 * @throws UsageException where the chosen provider is not installed
	 */
	Card find() throws CardException, UsageException {
		reason = new CardException.NoReader(null);
		var chosen = providers.installed().stream().map(Description::id).filter(choice::allowsProvider).toList();
		if (chosen.isEmpty() && !choice.provider().isEmpty()) {
			throw new UsageException(TEXTS.get("card.noProvider", choice.provider()),
					TEXTS.get("card.providers", providers.installed().stream().map(Description::id).collect(Collectors.joining(", "))));
		}
		for (var id : chosen) {
			var card = find(providers.provider(id));
			if (card.isPresent()) {
				return card.get();
			}
		}
		throw reason;
	}

	private Optional<Card> find(CardProvider provider) {
		if (!provider.environments().contains(environment)) {
			if (!choice.provider().isEmpty()) {
				reason = new CardException.WrongEnvironment(environment.id());
			}
			return Optional.empty();
		}
		try {
			for (var reader : provider.readers()) {
				if (choice.allowsReader(reader.name())) {
					var card = look(reader);
					if (card.isPresent()) {
						return card;
					}
				}
			}
		} catch (CardException e) {
			reason = e;
		}
		return Optional.empty();
	}

	/** A card that cannot be read does not keep from those in other readers. */
	private Optional<Card> look(CardReader reader) {
		try {
			var card = reader.card();
			if (card.isEmpty() && reason instanceof CardException.NoReader) {
				reason = new CardException.NoCard(reader.name(), null);
			}
			return card;
		} catch (CardException e) {
			reason = e;
			return Optional.empty();
		}
	}
}
