package org.certbench.ui.wizard.internal.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.certbench.eid.Card;

/**
 * Which of the cards in the readers is the chosen one (M04): the one that a person chose, as long as it is
 * in, and again when it comes back; else by itself a real one, and only where there is none a virtual one.
 * UI thread.
 */
final class CardChoice {

	private Optional<Mark> byHand = Optional.empty();
	private Optional<String> numberBefore;

	/** By what a card is known again, in whatever reader; a virtual one may have the number of a real one. */
	private record Mark(String number, boolean virtual) {

		static Mark of(Card card) {
			return new Mark(card.identity().cardNumber(), isVirtual(card));
		}
	}

	/** @param numberBefore of the card that was chosen the last time */
	CardChoice(Optional<String> numberBefore) {
		this.numberBefore = numberBefore;
	}

	/** A person chose it. */
	void byHand(Card card) {
		byHand = Optional.of(Mark.of(card));
		numberBefore = Optional.of(card.identity().cardNumber());
	}

	/** The chosen one of those that are there; nothing where a person must choose between several real ones. */
	Optional<Card> of(List<Card> cards) {
		var real = cards.stream().filter(Predicate.not(CardChoice::isVirtual)).toList();
		var chosen = cards.stream().filter(card -> byHand.equals(Optional.of(Mark.of(card)))).findFirst()
				.or(() -> real.isEmpty() ? before(cards).or(() -> cards.stream().findFirst())
						: before(real).or(() -> real.stream().findFirst().filter(first -> real.size() == 1)));
		chosen.ifPresent(card -> numberBefore = Optional.of(card.identity().cardNumber()));
		return chosen;
	}

	private Optional<Card> before(List<Card> cards) {
		return cards.stream().filter(card -> numberBefore.equals(Optional.of(card.identity().cardNumber()))).findFirst();
	}

	private static boolean isVirtual(Card card) {
		return card.pinHint().isPresent();
	}
}
