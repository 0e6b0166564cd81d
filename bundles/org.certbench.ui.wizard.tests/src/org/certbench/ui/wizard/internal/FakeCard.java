package org.certbench.ui.wizard.internal;

import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.certbench.core.Finding;
import org.certbench.core.Identifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardIdentity;
import org.certbench.eid.CardKey;
import org.certbench.eid.CardReader;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;
import org.certbench.testing.Absent;

/** A card that only knows whose it is, and counts PIN tries; its own reader, too. */
final class FakeCard implements Card, CardReader {

	private static final String PIN = "4711";
	private static final String HINT = "This is a virtual card: its PIN is " + PIN + ".";

	private final CardIdentity identity;
	private final String hint;
	private int tries = 3;
	private List<Finding> findings = List.of();
	private byte[] photo;
	private boolean forged;
	private volatile Thread photoReader;

	private FakeCard(String firstName, String number, String hint) {
		this.identity = new CardIdentity("DOE", List.of(firstName), Identifier.ssin(number), "592-" + number,
				LocalDate.EPOCH, LocalDate.EPOCH.plusYears(100));
		this.hint = hint;
	}

	static FakeCard real(String firstName) {
		return new FakeCard(firstName, "85999900189", null);
	}

	static FakeCard another(String firstName) {
		return new FakeCard(firstName, "85999900288", null);
	}

	static FakeCard virtual(String firstName) {
		return new FakeCard(firstName, "85999900189", HINT);
	}

	static FakeCard anotherVirtual(String firstName) {
		return new FakeCard(firstName, "85999900288", HINT);
	}

	/** Something is wrong with the card. */
	FakeCard with(Finding finding) {
		findings = List.of(finding);
		return this;
	}

	/** It shows a photo. */
	FakeCard withPhoto(byte[] jpeg) {
		photo = jpeg;
		return this;
	}

	/** It shows somebody else's. */
	FakeCard withForgedPhoto() {
		forged = true;
		return this;
	}

	/** The thread that read the photo last; null as long as none did. */
	Thread photoReader() {
		return photoReader;
	}

	/** What signing does: asks for the PIN, once, and counts the try. */
	void sign(PinEntry entry) throws ProblemException {
		var request = new PinRequest(this, CardKey.SIGNATURE, "Request of a certificate & its token", OptionalInt.of(tries));
		try (var pin = entry.ask(request); var right = Secret.taking(PIN.toCharArray())) {
			if (!pin.sameAs(right)) {
				throw new CardException.PinWrong(--tries);
			}
			tries = 3;
		}
	}

	/** What signing does in a reader that has keys of its own: tells to use them, until they were used. */
	void signOnPad(PinEntry entry, CountDownLatch entered) {
		var request = new PinRequest(this, CardKey.SIGNATURE, "Request of a certificate & its token", OptionalInt.of(tries));
		try (var notice = entry.tellToUse(PinEntry.Elsewhere.READER_KEYS, request)) {
			entered.await(10, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public String name() {
		return readerName();
	}

	@Override
	public Optional<Card> card() {
		return Optional.of(this);
	}

	@Override
	public String readerName() {
		return "Reader of " + identity.firstNames().getFirst();
	}

	@Override
	public CardIdentity identity() {
		return identity;
	}

	@Override
	public OptionalInt triesLeft() {
		return OptionalInt.of(tries);
	}

	@Override
	public Optional<String> pinHint() {
		return Optional.ofNullable(hint);
	}

	@Override
	public List<Finding> findings() {
		return findings;
	}

	@Override
	public Optional<byte[]> photo() throws CardException {
		photoReader = Thread.currentThread();
		if (forged) {
			throw new CardException.ForgedPhoto(readerName());
		}
		return Optional.ofNullable(photo);
	}

	@Override
	public List<X509Certificate> chain(CardKey key) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Signer signer(CardKey key, String meaning, PinEntry pin) {
		return Absent.of(Signer.class);
	}
}
