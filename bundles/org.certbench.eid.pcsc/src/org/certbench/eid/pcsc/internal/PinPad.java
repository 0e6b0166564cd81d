package org.certbench.eid.pcsc.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;

import javax.smartcardio.Card;
import javax.smartcardio.CardException;

/**
 * The keys of a reader that has them: the PIN is entered there and goes to the card without ever
 * being in this computer (PC/SC part 10).
 *
 * @param controlCode the reader's own number for VERIFY with the PIN that is entered
 */
record PinPad(int controlCode) {

	private static final int FEATURE_REQUEST = 3400;
	private static final int VERIFY_PIN_DIRECT = 0x06;
	private static final byte SECONDS = 30;

	/** The pad of the reader that a card is in; nothing where it has none, or does not tell. */
	static Optional<PinPad> of(Card card) {
		try {
			return find(card.transmitControlCommand(controlCode(FEATURE_REQUEST), new byte[0]));
		} catch (CardException noFeatures) {
			// Readers and drivers without any feature refuse the question.
			return Optional.empty();
		}
	}

	private static int controlCode(int number) {
		boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
		return windows ? 0x31 << 16 | number << 2 : 0x42000000 + number;
	}

	/** In a list of tag, length and control code. */
	private static Optional<PinPad> find(byte[] features) {
		var rest = ByteBuffer.wrap(features);
		while (rest.remaining() >= 6) {
			int tag = rest.get();
			int length = rest.get();
			if (length != Integer.BYTES) {
				return Optional.empty();
			}
			int code = rest.getInt();
			if (tag == VERIFY_PIN_DIRECT) {
				return Optional.of(new PinPad(code));
			}
		}
		return Optional.empty();
	}

	/** Lets the person enter the PIN, and gives what the card, or the reader, answered. */
	Answer verify(Card card) throws CardException {
		var response = card.transmitControlCommand(controlCode, structure());
		if (response.length < 2) {
			throw new CardException("the reader answered without a status word");
		}
		return new Answer(new byte[0],
				(response[response.length - 2] & 0xFF) << 8 | response[response.length - 1] & 0xFF);
	}

	/** PIN_VERIFY_STRUCTURE: digits as nibbles from the second byte of the block, their number in its first. */
	private static byte[] structure() {
		var command = PinBlock.template();
		return ByteBuffer.allocate(19 + command.length).order(ByteOrder.LITTLE_ENDIAN)
				.put(SECONDS).put(SECONDS)
				.put((byte) 0x89).put((byte) 0x47).put((byte) 0x04)
				// at least 4 digits, at most 12
				.putShort((short) 0x040C)
				// ended by the OK key; one message, the first
				.put((byte) 0x02).put((byte) 0x01).putShort(language()).put((byte) 0x00)
				.put(new byte[3])
				.putInt(command.length).put(command).array();
	}

	/** As Windows numbers the languages. */
	private static short language() {
		return switch (Locale.getDefault().getLanguage()) {
			case "fr" -> 0x080C;
			case "nl" -> 0x0813;
			case "de" -> 0x0407;
			default -> 0x0409;
		};
	}
}
