package org.certbench.eid.pcsc.internal;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;

/**
 * What a card tells of itself.
 *
 * @param chip      the serial number of the chip, in hexadecimal
 * @param applet    the version of the eID applet: {@code 0x17} is 1.7
 * @param triesLeft of the PIN; told from 1.8 on
 */
record CardData(String chip, int applet, OptionalInt triesLeft) {

	private static final int CHIP_LENGTH = 16;
	private static final int APPLET = 21;
	private static final int TRIES = 28;
	/** The first that tells the tries. */
	static final int APPLET_1_8 = 0x18;
	/** The first with SHA-256. */
	static final int APPLET_1_7 = 0x17;

	static CardData of(byte[] data) {
		return new CardData(HexFormat.of().formatHex(Arrays.copyOf(data, CHIP_LENGTH)), data[APPLET] & 0xFF,
				data.length > TRIES ? OptionalInt.of(data[TRIES] & 0xFF) : OptionalInt.empty());
	}

	static boolean tellsTries(int applet) {
		return applet >= APPLET_1_8;
	}
}
