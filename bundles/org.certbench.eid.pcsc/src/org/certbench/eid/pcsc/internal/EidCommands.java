package org.certbench.eid.pcsc.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;

/**
 * The commands of the eID applet, one after the other over one channel. The answers of T=0 are
 * followed up here: 61xx by GET RESPONSE always, 6Cxx by the same command with the right length only
 * where the command carries no data, so that a PIN is never sent twice. Not thread-safe.
 */
final class EidCommands {

	private static final int BLOCK = 0xF8;
	private static final int LARGEST_FILE = 0x8000;
	private static final int PAST_THE_END = 0x6B00;
	private static final int RESPONSE_ROOM = 258;
	private static final int MOST_FOLLOW_UPS = 32;

	private final CardChannel channel;

	EidCommands(CardChannel channel) {
		this.channel = channel;
	}

	CardData cardData() throws CardException, StatusException {
		var data = CardData.of(header(0x80, 0xE4, 0x00, 0x00, 0x1C).orThrow());
		return CardData.tellsTries(data.applet()) ? CardData.of(header(0x80, 0xE4, 0x01, 0x00, 0x1F).orThrow()) : data;
	}

	/**
	 * A whole file, with the zeros at its end.
	 *
	 * @throws StatusException {@link StatusException#FILE_NOT_FOUND} among others
	 */
	byte[] read(CardFile file) throws CardException, StatusException {
		withData(0xA4, 0x08, 0x0C, file.path()).orThrow();
		var content = new ByteArrayOutputStream();
		while (content.size() < LARGEST_FILE) {
			int offset = content.size();
			var part = header(0x00, 0xB0, offset >> 8, offset & 0xFF, BLOCK);
			if (part.status() == PAST_THE_END) {
				break;
			}
			content.writeBytes(part.orThrow());
			if (part.data().length < BLOCK) {
				break;
			}
		}
		return content.toByteArray();
	}

	/** Chooses a key and what it does with a hash. It comes before the PIN. */
	void prepareSignature(SigningOrder order) throws CardException, StatusException {
		withData(0x22, 0x41, 0xB6,
				new byte[] { 0x04, (byte) 0x80, (byte) order.algorithm(), (byte) 0x84, (byte) order.keyReference() })
				.orThrow();
	}

	/** Gives the PIN, once. Whatever the answer, nothing is repeated. */
	Answer verify(PinBlock pin) throws CardException {
		var command = pin.command();
		try {
			return exchange(command);
		} finally {
			Arrays.fill(command, (byte) 0);
		}
	}

	byte[] sign(SigningOrder order) throws CardException, StatusException {
		return withData(0x2A, 0x9E, 0x9A, order.input()).orThrow();
	}

	private Answer header(int cla, int ins, int p1, int p2, int expected) throws CardException {
		var command = new byte[] { (byte) cla, (byte) ins, (byte) p1, (byte) p2, (byte) expected };
		var answer = exchange(command);
		if (answer.status() >> 8 == 0x6C) {
			command[4] = (byte) answer.status();
			return exchange(command);
		}
		return answer;
	}

	private Answer withData(int ins, int p1, int p2, byte[] data) throws CardException {
		var command = new byte[5 + data.length];
		command[1] = (byte) ins;
		command[2] = (byte) p1;
		command[3] = (byte) p2;
		command[4] = (byte) data.length;
		System.arraycopy(data, 0, command, 5, data.length);
		return exchange(command);
	}

	private Answer exchange(byte[] command) throws CardException {
		var whole = new ByteArrayOutputStream();
		var answer = exchangeOnce(command);
		for (int i = 0; answer.status() >> 8 == 0x61 && i < MOST_FOLLOW_UPS; i++) {
			whole.writeBytes(answer.data());
			answer = exchangeOnce(new byte[] { 0x00, (byte) 0xC0, 0x00, 0x00, (byte) answer.status() });
		}
		whole.writeBytes(answer.data());
		return new Answer(whole.toByteArray(), answer.status());
	}

	private Answer exchangeOnce(byte[] command) throws CardException {
		var response = ByteBuffer.allocate(RESPONSE_ROOM);
		channel.transmit(ByteBuffer.wrap(command), response);
		response.flip();
		if (response.remaining() < 2) {
			// So some services tell that the card left while it was answering.
			throw new CardNotPresentException("the card answered without a status word");
		}
		var data = new byte[response.remaining() - 2];
		response.get(data);
		return new Answer(data, response.getShort() & 0xFFFF);
	}
}
