package org.certbench.eid.pcsc.internal;

import java.util.Arrays;

import org.certbench.core.Secret;
import org.certbench.eid.CardException;

/** A PIN as VERIFY carries it: the number of its digits, the digits as nibbles, filling. Cleared on close. */
final class PinBlock implements AutoCloseable {

	private static final int LEAST = 4;
	private static final int MOST = 12;
	/** VERIFY of PIN 1, eight bytes; up to the block itself. */
	private static final byte[] VERIFY = { 0x00, 0x20, 0x00, 0x01, 0x08 };
	private static final int LENGTH = 8;

	private final byte[] block = new byte[LENGTH];

	private PinBlock() {
		Arrays.fill(block, (byte) 0xFF);
	}

	/**
	 * The block of a PIN.
	 *
	 * @throws CardException {@link CardException.PinFormat} where no card could take it: that must not
	 *                       cost a try
	 */
	static PinBlock of(Secret pin) throws CardException {
		var digits = pin.characters();
		if (digits.length < LEAST || digits.length > MOST) {
			throw new CardException.PinFormat();
		}
		var made = new PinBlock();
		made.block[0] = (byte) (0x20 | digits.length);
		for (int i = 0; i < digits.length; i++) {
			if (digits[i] < '0' || digits[i] > '9') {
				made.close();
				throw new CardException.PinFormat();
			}
			made.put(i, digits[i] - '0');
		}
		return made;
	}

	/** The command that a reader with keys completes by the PIN that is entered there. */
	static byte[] template() {
		var empty = new PinBlock();
		empty.block[0] = 0x20;
		return empty.command();
	}

	private void put(int position, int digit) {
		int at = 1 + position / 2;
		block[at] = (byte) (position % 2 == 0 ? digit << 4 | 0x0F : block[at] & 0xF0 | digit);
	}

	/** The whole command; the caller clears it. */
	byte[] command() {
		var command = Arrays.copyOf(VERIFY, VERIFY.length + LENGTH);
		System.arraycopy(block, 0, command, VERIFY.length, LENGTH);
		return command;
	}

	@Override
	public void close() {
		Arrays.fill(block, (byte) 0);
	}
}
