package org.certbench.eid.emulator;

import java.util.HexFormat;
import java.util.Optional;

/** How a PIN stands in VERIFY: the number of its digits, the digits, and filling. */
final class PinBlock {

	private static final int LEAST = 4;
	private static final int MOST = 12;

	private PinBlock() {
	}

	/** The digits; nothing where the block is not of that form. */
	static Optional<String> read(byte[] block) {
		var digits = HexFormat.of().formatHex(block);
		int length = block[0] & 0x0F;
		if (!digits.startsWith("2") || length < LEAST || length > MOST) {
			return Optional.empty();
		}
		var pin = digits.substring(2, 2 + length);
		var filling = digits.substring(2 + length);
		return pin.matches("\\d+") && filling.matches("f*") ? Optional.of(pin) : Optional.empty();
	}
}
