package org.certbench.testing;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

import org.certbench.core.Identifier;
import org.certbench.core.Signer;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardIdentity;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinEntry;

/** A card that knows no more than whose it is: an invented person's. A test says in which reader, and what else it knows. */
public interface TestCard extends Card {

	/** As it is on the card. */
	static CardIdentity identity(String cardNumber, LocalDate validUntil) {
		return new CardIdentity("Doe", List.of("Jane"), Identifier.ssin("85999900189"), cardNumber, LocalDate.EPOCH, validUntil);
	}

	@Override
	default CardIdentity identity() {
		return identity("1", LocalDate.MAX);
	}

	@Override
	default List<X509Certificate> chain(CardKey key) throws CardException {
		return List.of();
	}

	@Override
	default OptionalInt triesLeft() {
		return OptionalInt.empty();
	}

	@Override
	default Signer signer(CardKey key, String meaning, PinEntry pin) {
		throw new UnsupportedOperationException();
	}
}
