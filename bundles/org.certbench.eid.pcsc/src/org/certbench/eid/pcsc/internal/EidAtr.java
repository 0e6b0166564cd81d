package org.certbench.eid.pcsc.internal;

import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/** Tells by its answer to reset whether a card may be a Belgian eID. */
final class EidAtr {

	private static final List<Pattern> KNOWN = List.of(
			// Applets up to 1.7: speed, waiting time and the last byte differ.
			Pattern.compile("3b98..40..a503010101ad13.."),
			// Applet 1.8. Cards of other countries have the same chip: they lack the files.
			Pattern.compile("3b7f96000080318065b085......120fff829000"));

	private EidAtr() {
	}

	static boolean isEid(byte[] atr) {
		var text = HexFormat.of().formatHex(atr);
		return KNOWN.stream().anyMatch(pattern -> pattern.matcher(text).matches());
	}
}
