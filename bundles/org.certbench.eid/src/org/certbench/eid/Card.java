package org.certbench.eid;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.certbench.core.Finding;
import org.certbench.core.Signer;

/**
 * A Belgian eID in a reader. It is dead once it left the reader: then each call fails, and the
 * reader gives a new one.
 */
public interface Card {

	/** The reader that it is in. */
	String readerName();

	/** Whose card it is. */
	CardIdentity identity();

	/**
	 * The certificate of a key and those above it, leaf first.
	 *
	 * @throws CardException {@link CardException.NoSuchKey} where the card has no such certificate
	 */
	List<X509Certificate> chain(CardKey key) throws CardException;

	/**
	 * What its certificates go back to. Reads from the card; not for the UI thread.
	 *
	 * @throws CardException where it cannot be read
	 */
	default CardTrust.Standing standing() throws CardException {
		return CardTrust.Standing.UNCHECKED;
	}

	/** The PIN tries left, where the card tells. */
	OptionalInt triesLeft();

	/**
	 * One of the two keys. Nothing is asked yet; the PIN is asked by the signer, at the moment of
	 * signing: once per session for the authentication key, before every signature for the
	 * signature key. It is never kept, and never tried again by the program.
	 *
	 * @param meaning what the signature means to the person, shown with the question
	 * @param pin     asks the person
	 */
	Signer signer(CardKey key, String meaning, PinEntry pin) throws CardException;

	/**
	 * What is wrong with the card though it can be read: it has expired, lacks a key, or what it says is not
	 * signed as it should be. Reads from the card; not for the UI thread.
	 *
	 * @throws CardException where it cannot be read
	 */
	default List<Finding> findings() throws CardException {
		return List.of();
	}

	/** What kind of card it is, as whoever helps would name it, e.g. {@code applet 1.8}; nothing where it does not tell. */
	default Optional<String> kind() {
		return Optional.empty();
	}

	/**
	 * The photo of its holder, a JPEG, once it is known to be the one that the card's identity names; nothing
	 * where the card shows none. A real card takes about a second to give it; not for the UI thread.
	 *
	 * @throws CardException {@link CardException.ForgedPhoto} where it is another one, or it cannot be read
	 */
	default Optional<byte[]> photo() throws CardException {
		return Optional.empty();
	}

	/** For a virtual card, a sentence that tells its PIN; real cards have none. */
	default Optional<String> pinHint() {
		return Optional.empty();
	}
}
