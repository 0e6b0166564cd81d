package org.certbench.eid.pkcs11.internal;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardReader;

/** A slot of a module. A token is read once for as long as it stays in. Thread-safe. */
public final class SlotReader implements CardReader {

	private final TokenModule module;
	private final Supplier<List<X509Certificate>> testRoots;
	private final long id;
	private final String name;
	private Optional<TokenCard> current = Optional.empty();

	/** @param testRoots whose cards are good for the simulator only */
	public SlotReader(TokenModule module, Slot slot, Supplier<List<X509Certificate>> testRoots) {
		this.module = module;
		this.testRoots = testRoots;
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
		return slot.token().get().isInitialized() ? Optional.of(TokenCard.read(module, slot, testRoots.get()))
				: Optional.empty();
	}
}
