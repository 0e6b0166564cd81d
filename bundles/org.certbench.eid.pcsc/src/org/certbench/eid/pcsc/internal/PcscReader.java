package org.certbench.eid.pcsc.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

import javax.smartcardio.CardTerminal;

import org.certbench.core.ProblemException;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardReader;
import org.certbench.eid.CardTrust;

/** A reader of this machine. A card is read once for as long as it stays in. Thread-safe. */
public final class PcscReader implements CardReader {

	private final CardTerminal terminal;
	private final Supplier<CardTrust> trust;
	private final InstantSource clock;
	private final CardLine line;
	private Optional<EidCard> current = Optional.empty();

	/**
	 * @param trust    what the certificates of cards may go back to, asked for each card
	 * @param patience how long to wait for a card that another program holds
	 */
	public PcscReader(CardTerminal terminal, Supplier<CardTrust> trust, InstantSource clock, Duration patience) {
		this.terminal = terminal;
		this.trust = trust;
		this.clock = clock;
		this.line = new CardLine(terminal, patience);
	}

	/** Whether this is the terminal; after a restart of the service there is another of the same name. */
	public boolean isAt(CardTerminal other) {
		return terminal == other;
	}

	@Override
	public String name() {
		return terminal.getName();
	}

	@Override
	public synchronized Optional<Card> card() throws CardException {
		if (!isCardPresent()) {
			current = Optional.empty();
		} else if (current.isEmpty() || !line.isBusy()) {
			current = Optional.of(read());
		}
		return current.map(Card.class::cast);
	}

	private boolean isCardPresent() throws CardException {
		try {
			return terminal.isCardPresent();
		} catch (javax.smartcardio.CardException e) {
			throw PcscError.of(name(), e);
		}
	}

	/** The card as it is known already, where Java says that it is still the same connection. */
	private EidCard read() throws CardException {
		try {
			return line.exclusively(this::connect, connection -> {
				var known = current.filter(card -> card.isConnectedBy(connection));
				return known.isPresent() ? known.get() : EidCard.read(terminal, connection, line, trust.get(), clock);
			});
		} catch (StatusException e) {
			current = Optional.empty();
			throw e.status() == StatusException.FILE_NOT_FOUND ? new CardException.NotAnEid(name())
					: new CardException.Unreadable(name(), e.getMessage(), e);
		} catch (CardException e) {
			current = Optional.empty();
			throw e;
		} catch (ProblemException interrupted) {
			throw new CardException.Busy(name(), interrupted);
		}
	}

	/** Lets go at once of a card that is none of ours: another program may want it. */
	private javax.smartcardio.Card connect() throws javax.smartcardio.CardException, CardException {
		var connection = terminal.connect("*");
		if (!EidAtr.isEid(connection.getATR().getBytes())) {
			connection.disconnect(false);
			throw new CardException.NotAnEid(name());
		}
		return connection;
	}
}
