package org.certbench.eid.pcsc.internal;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Signer;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinEntry.Elsewhere;
import org.certbench.eid.PinRequest;

/**
 * A key of an eID. The person is asked before the card is held: the system takes a card away from
 * who holds it too long. Then key, PIN and signature follow in one go.
 */
record EidSigner(EidCard card, CardKey key, List<X509Certificate> chain, String meaning, PinEntry pin)
		implements Signer {

	@Override
	public boolean usableIn(Environment environment) {
		return environment == Environment.SIMULATOR || !card.isTestCard(chain);
	}

	@Override
	public byte[] sign(byte[] data) throws ProblemException {
		var order = SigningOrder.of(key, certificate().getPublicKey(), card.applet(), data);
		try {
			var signature = signInSession(order);
			return signature.isPresent() ? signature.get() : signWithPin(order);
		} catch (StatusException e) {
			throw new CardException.Unreadable(card.readerName(), e.getMessage(), e);
		}
	}

	/** Without a PIN, where it was given before; nothing where the card wants one. */
	private Optional<byte[]> signInSession(SigningOrder order) throws StatusException, ProblemException {
		if (key == CardKey.SIGNATURE || !card.isSessionOpen()) {
			return Optional.empty();
		}
		try {
			return Optional.of(card.exclusively(connection -> {
				var commands = new EidCommands(connection.getBasicChannel());
				commands.prepareSignature(order);
				return commands.sign(order);
			}));
		} catch (StatusException e) {
			if (e.status() != StatusException.PIN_MISSING) {
				throw e;
			}
			card.sessionOpen(false);
			return Optional.empty();
		}
	}

	private byte[] signWithPin(SigningOrder order) throws StatusException, ProblemException {
		var pad = card.exclusively(connection -> {
			card.askTries(new EidCommands(connection.getBasicChannel()));
			return PinPad.of(connection);
		});
		var tries = card.triesLeft();
		if (tries.isPresent() && tries.getAsInt() == 0) {
			throw new CardException.PinBlocked();
		}
		var request = new PinRequest(card, key, meaning, tries);
		return pad.isPresent() ? signWithPad(order, pad.get(), request) : signWithEntry(order, request);
	}

	private byte[] signWithEntry(SigningOrder order, PinRequest request) throws StatusException, ProblemException {
		try (var given = pin.ask(request); var block = PinBlock.of(given)) {
			return card.exclusively(connection -> {
				var commands = new EidCommands(connection.getBasicChannel());
				commands.prepareSignature(order);
				check(commands.verify(block));
				return commands.sign(order);
			});
		}
	}

	private byte[] signWithPad(SigningOrder order, PinPad pad, PinRequest request)
			throws StatusException, ProblemException {
		try (var notice = pin.tellToUse(Elsewhere.READER_KEYS, request)) {
			return card.exclusively(connection -> {
				var commands = new EidCommands(connection.getBasicChannel());
				commands.prepareSignature(order);
				check(pad.verify(connection));
				return commands.sign(order);
			});
		}
	}

	/** What the card said to the PIN. The statuses from 6400 on are the reader's (PC/SC part 10). */
	private void check(Answer answer) throws StatusException, ProblemException {
		card.sessionOpen(false);
		int status = answer.status();
		if ((status & 0xFFF0) == 0x63C0) {
			wrong(status & 0x0F);
		}
		switch (status) {
			case 0x6983, 0x6984 -> wrong(0);
			case 0x6A80, 0x6700, 0x6403 -> throw new CardException.PinFormat();
			case 0x6400 -> throw new CardException.PadTimeout(card.readerName());
			case 0x6401 -> throw new Cancelled();
			default -> answer.orThrow();
		}
		card.sessionOpen(true);
		card.triesLeft(3);
	}

	private void wrong(int triesLeft) throws CardException {
		card.triesLeft(triesLeft);
		throw triesLeft == 0 ? new CardException.PinBlocked() : new CardException.PinWrong(triesLeft);
	}
}
