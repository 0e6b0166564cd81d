package org.certbench.ui.wizard.internal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Gives a button whose text comes from elsewhere a mnemonic that no button beside it has. */
final class Mnemonics {

	private Mnemonics() {
	}

	/**
	 * The text with a mnemonic: its first letter that is free.
	 *
	 * @param text   as it is shown, without a mnemonic
	 * @param others texts of the other buttons, with theirs
	 */
	static String in(String text, String... others) {
		String taken = Arrays.stream(others).map(Mnemonics::of).collect(Collectors.joining());
		String escaped = text.replace("&", "&&");
		for (int i = 0; i < escaped.length(); i++) {
			char letter = Character.toLowerCase(escaped.charAt(i));
			if (Character.isLetter(letter) && taken.indexOf(letter) < 0) {
				return escaped.substring(0, i) + "&" + escaped.substring(i);
			}
		}
		return escaped;
	}

	private static String of(String text) {
		int mark = text.replace("&&", "__").indexOf('&');
		return mark < 0 ? "" : text.substring(mark + 1, mark + 2).toLowerCase();
	}
}
