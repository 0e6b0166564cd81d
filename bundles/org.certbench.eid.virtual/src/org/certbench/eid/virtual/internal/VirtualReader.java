package org.certbench.eid.virtual.internal;

import java.io.IOException;
import java.util.Optional;

import org.certbench.core.Secret;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardReader;

/** A reader that one card belongs to, inserted or not. Thread-safe. */
public final class VirtualReader implements CardReader {

	private final InventedPerson person;
	private final CardFolder folder;
	private final Runnable changed;
	private boolean inserted = true;
	/** The inserted card, once somebody looked at it. */
	private VirtualCard card;

	/** @param changed run after the card came or went */
	public VirtualReader(InventedPerson person, CardFolder folder, Runnable changed) {
		this.person = person;
		this.folder = folder;
		this.changed = changed;
	}

	@Override
	public String name() {
		return person.reader();
	}

	@Override
	public synchronized Optional<Card> card() throws CardException {
		if (!inserted) {
			return Optional.empty();
		}
		if (card == null) {
			try {
				card = new VirtualCard(person, folder);
			} catch (IOException e) {
				throw new CardException.NoCard(name(), e);
			}
		}
		return Optional.of(card);
	}

	public void insert() {
		synchronized (this) {
			if (inserted) {
				return;
			}
			inserted = true;
		}
		changed.run();
	}

	public void remove() {
		synchronized (this) {
			if (!inserted) {
				return;
			}
			inserted = false;
			if (card != null) {
				card.leave();
				card = null;
			}
		}
		changed.run();
	}

	public boolean unblock(Secret puk) throws IOException {
		return folder.tries(person).unblock(puk);
	}
}
