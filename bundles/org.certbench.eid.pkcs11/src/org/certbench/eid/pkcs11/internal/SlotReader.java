package org.certbench.eid.pkcs11.internal;

import java.util.Optional;
import java.util.function.Supplier;

import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardReader;
import org.certbench.eid.CardTrust;

/** A slot of a module. A token is read once for as long as it stays in. Thread-safe. */
public final class SlotReader implements CardReader {

	private final TokenModule module;
	private final Supplier<CardTrust> trust;
	private final long id;
	private final String name;
	private Optional<TokenCard> current = Optional.empty();

	/** @param trust what the certificates of cards may go back to */
	public SlotReader(TokenModule module, Slot slot, Supplier<CardTrust> trust) {
		this.module = module;
		this.trust = trust;
		this.id = slot.id();
		this.name = slot.description();
	}

	@Override
	public String name() {
		return name;
	}

	@Override
	public synchronized Optional<Card> card() throws CardException {
		var slot = slot();
		if (current.filter(card -> card.isIn(slot)).isEmpty()) {
			current.ifPresent(TokenCard::leave);
			current = Optional.empty();
			current = read(slot);
		}
		return current.map(Card.class::cast);
	}

	private Slot slot() throws CardException {
		try {
			return module.slots().stream().filter(each -> each.id() == id).findFirst()
					.orElseThrow(() -> new CardException.NoReader(null));
		} catch (CryptokiException e) {
			throw new CardException.Unreadable(name, e.getMessage(), e);
		}
	}

	private Optional<TokenCard> read(Slot slot) throws CardException {
		if (!slot.occupied()) {
			return Optional.empty();
		}
		if (slot.token().isEmpty()) {
			throw new CardException.NotAnEid(name);
		}
		return slot.token().get().isInitialized() ? Optional.of(TokenCard.read(module, slot, trust.get()))
				: Optional.empty();
	}
}
