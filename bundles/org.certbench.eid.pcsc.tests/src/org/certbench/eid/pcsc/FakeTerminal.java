package org.certbench.eid.pcsc;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

import org.certbench.eid.emulator.CardRemoved;
import org.certbench.eid.emulator.EmulatedCard;

/**
 * A reader without a system behind it, that behaves as Java's does: a connection is given again as
 * long as it lives, is dead once its card was removed or reset, and can be exclusive.
 */
final class FakeTerminal extends CardTerminal {

	static final int PAD_CODE = 0x42000DB6;

	private final String name;
	private final Semaphore exclusive = new Semaphore(1);
	private Optional<EmulatedCard> inside = Optional.empty();
	private Optional<byte[]> otherAtr = Optional.empty();
	private Optional<Connection> connection = Optional.empty();
	private Optional<Pad> pad = Optional.empty();
	private Optional<String> lost = Optional.empty();
	private Optional<Losing> losing = Optional.empty();
	private int exchanges;

	private record Losing(int last, String code) {
	}

	/** The keys of the reader: what the person enters there. */
	@FunctionalInterface
	interface Pad {
		/** @return the command with the PIN, or two bytes that the reader answers itself */
		byte[] enter(byte[] template);
	}

	FakeTerminal(String name) {
		this.name = name;
	}

	/** What Java tells about a failure of the service. */
	static CardException failure(String code) {
		return new CardException("it failed", new Exception(code));
	}

	synchronized void insert(EmulatedCard card) {
		card.reset();
		inside = Optional.of(card);
	}

	/** Inserts a card of which no more than its answer to reset is known. */
	synchronized void insert(byte[] atr) {
		otherAtr = Optional.of(atr);
	}

	synchronized void remove() {
		inside = Optional.empty();
		otherAtr = Optional.empty();
		connection.ifPresent(each -> each.dead = Optional.of("SCARD_W_REMOVED_CARD"));
	}

	/** The reader is unplugged, or the service ends: what the connection answers from now on, and whoever connects. */
	synchronized void lose(String code) {
		lost = Optional.of(code);
		connection.ifPresent(each -> each.dead = lost);
	}

	/** As {@link #lose}, at the next command but this many. */
	synchronized void loseAfter(int succeeding, String code) {
		losing = Optional.of(new Losing(exchanges + succeeding, code));
	}

	/** Another program resets the card. */
	synchronized void resetByAnother() {
		inside.orElseThrow().reset();
		connection.ifPresent(each -> each.dead = Optional.of("SCARD_W_RESET_CARD"));
	}

	/** Another program holds the card, until {@link #letGo()}. */
	void holdByAnother() {
		exclusive.acquireUninterruptibly();
	}

	void letGo() {
		exclusive.release();
	}

	/** Gives the reader keys. */
	synchronized void withPad(Pad keys) {
		pad = Optional.of(keys);
	}

	@Override
	public String getName() {
		return name;
	}

	@Override
	public synchronized Card connect(String protocol) throws CardException {
		if (lost.isPresent()) {
			throw failure(lost.get());
		}
		if (!isCardPresent()) {
			throw new CardNotPresentException("No card present");
		}
		if (connection.filter(each -> each.dead.isEmpty()).isEmpty()) {
			connection = Optional.of(new Connection());
		}
		return connection.get();
	}

	@Override
	public synchronized boolean isCardPresent() {
		return inside.isPresent() || otherAtr.isPresent();
	}

	@Override
	public boolean waitForCardPresent(long timeout) {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean waitForCardAbsent(long timeout) {
		throw new UnsupportedOperationException();
	}

	private final class Connection extends Card {

		private final Channel channel = new Channel(this);
		private volatile Optional<String> dead = Optional.empty();

		@Override
		public ATR getATR() {
			return new ATR(otherAtr.orElseGet(() -> inside.orElseThrow().atr()));
		}

		@Override
		public String getProtocol() {
			return "T=0";
		}

		@Override
		public CardChannel getBasicChannel() {
			return channel;
		}

		@Override
		public CardChannel openLogicalChannel() {
			throw new UnsupportedOperationException();
		}

		@Override
		public void beginExclusive() throws CardException {
			checkAlive();
			exclusive.acquireUninterruptibly();
		}

		@Override
		public void endExclusive() throws CardException {
			exclusive.release();
		}

		@Override
		public byte[] transmitControlCommand(int code, byte[] command) throws CardException {
			checkAlive();
			if (pad.isEmpty()) {
				throw failure("SCARD_E_UNSUPPORTED_FEATURE");
			}
			if (code != PAD_CODE) {
				return ByteBuffer.allocate(6).put((byte) 0x06).put((byte) 4).putInt(PAD_CODE).array();
			}
			var template = new byte[13];
			System.arraycopy(command, 19, template, 0, template.length);
			var entered = pad.get().enter(template);
			return entered.length == 2 ? entered : exchange(entered);
		}

		@Override
		public void disconnect(boolean reset) {
			dead = Optional.of("disconnected");
		}

		private void checkAlive() throws CardException {
			if (dead.isPresent()) {
				throw failure(dead.get());
			}
		}

		private byte[] exchange(byte[] command) throws CardException {
			if (losing.filter(each -> exchanges == each.last).isPresent()) {
				lose(losing.get().code);
			}
			checkAlive();
			exchanges++;
			try {
				return inside.orElseThrow().transmit(command);
			} catch (CardRemoved gone) {
				remove();
				throw failure("SCARD_W_REMOVED_CARD");
			}
		}
	}

	private static final class Channel extends CardChannel {

		private final Connection connection;

		Channel(Connection connection) {
			this.connection = connection;
		}

		@Override
		public Card getCard() {
			return connection;
		}

		@Override
		public int getChannelNumber() {
			return 0;
		}

		@Override
		public ResponseAPDU transmit(CommandAPDU command) throws CardException {
			return new ResponseAPDU(connection.exchange(command.getBytes()));
		}

		@Override
		public int transmit(ByteBuffer command, ByteBuffer response) throws CardException {
			var bytes = new byte[command.remaining()];
			command.get(bytes);
			var answer = connection.exchange(bytes);
			response.put(answer);
			return answer.length;
		}

		@Override
		public void close() {
			throw new UnsupportedOperationException();
		}
	}
}
