package org.certbench.eid.virtual.internal;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.certbench.core.Cancelled;
import org.certbench.core.Signer;
import org.certbench.core.SignatureScheme;
import org.certbench.core.Texts;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardIdentity;
import org.certbench.eid.CardKey;
import org.certbench.eid.CardTrust;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;
import org.certbench.eid.virtual.VirtualCards;

/**
 * An invented person's card for one stay in its reader, which is also one session of the
 * authentication key. Thread-safe: one signature at a time.
 */
final class VirtualCard implements Card {

	private final InventedPerson person;
	private final PinTries tries;
	private final Map<CardKey, CardFolder.Key> keys = new EnumMap<>(CardKey.class);
	private boolean sessionOpen;
	private volatile boolean gone;

	VirtualCard(InventedPerson person, CardFolder folder) throws IOException {
		this.person = person;
		this.tries = folder.tries(person);
		for (var use : CardKey.values()) {
			keys.put(use, folder.key(person, use));
		}
	}

	/** The card left its reader. */
	void leave() {
		gone = true;
	}

	@Override
	public String readerName() {
		return person.reader();
	}

	@Override
	public CardIdentity identity() {
		var certificate = keys.get(CardKey.AUTHENTICATION).chain().getFirst();
		return new CardIdentity(person.surname(), person.firstNames(), person.ssin(), person.cardNumber(),
				day(certificate.getNotBefore()), day(certificate.getNotAfter()));
	}

	@Override
	public List<X509Certificate> chain(CardKey key) throws CardException {
		checkPresent();
		return keys.get(key).chain();
	}

	@Override
	public CardTrust.Standing standing() {
		return CardTrust.Standing.TEST;
	}

	@Override
	public OptionalInt triesLeft() {
		try {
			return OptionalInt.of(tries.left());
		} catch (IOException unreadable) {
			return OptionalInt.empty();
		}
	}

	@Override
	public Signer signer(CardKey key, String meaning, PinEntry pin) throws CardException {
		checkPresent();
		return new VirtualSigner(this, key, keys.get(key).chain(), meaning, pin);
	}

	@Override
	public Optional<String> pinHint() {
		return Optional.of(Texts.of(VirtualCard.class).get("pinHint", VirtualCards.PIN));
	}

	/**
	 * Asks for the PIN where the key wants it now, and signs. A PIN is asked once and tried once:
	 * asking again is for whoever called.
	 */
	byte[] sign(CardKey key, String meaning, PinEntry pin, byte[] data) throws CardException, Cancelled {
		checkPresent();
		try {
			if (key == CardKey.SIGNATURE || !isSessionOpen()) {
				var left = tries.left();
				if (left == 0) {
					throw new CardException.PinBlocked();
				}
				try (var given = pin.ask(new PinRequest(this, key, meaning, OptionalInt.of(left)))) {
					synchronized (this) {
						checkPresent();
						// A real card also forgets an earlier PIN when it sees a wrong one.
						sessionOpen = false;
						tries.verify(given);
						sessionOpen = true;
						return sign(key, data);
					}
				}
			}
			return sign(key, data);
		} catch (IOException unreadable) {
			throw new CardException.NoCard(readerName(), unreadable);
		}
	}

	private synchronized byte[] sign(CardKey key, byte[] data) throws CardException {
		checkPresent();
		var secret = keys.get(key);
		try {
			var scheme = SignatureScheme.of(secret.chain().getFirst().getPublicKey());
			var signature = Signature.getInstance(scheme.rawJcaName());
			signature.initSign(secret.secret());
			signature.update(data);
			return signature.sign();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException("the card's own key does not sign", e);
		}
	}

	private synchronized boolean isSessionOpen() {
		return sessionOpen;
	}

	private void checkPresent() throws CardException {
		if (gone) {
			throw new CardException.NoCard(readerName(), null);
		}
	}

	private static LocalDate day(Date date) {
		return LocalDate.ofInstant(date.toInstant(), ZoneOffset.UTC);
	}
}
