package org.certbench.keystore;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.certbench.core.Secret;
import org.certbench.core.Texts;

/**
 * What the manuals ask of a keystore's password (M10), each check on its own so that it can be
 * shown on its own.
 */
public enum PasswordPolicy {

	/** At least {@value #MINIMUM_LENGTH} characters. */
	LENGTH,
	/** Only accepted characters: printable ASCII, no accents. */
	CHARACTERS,
	/** At least one digit or symbol. */
	DIGIT_OR_SYMBOL,
	/** The confirmation is equal. */
	CONFIRMATION;

	/** The least number of characters. */
	public static final int MINIMUM_LENGTH = 8;

	/** The check in words, in the user's language: what a good password has. */
	public String description() {
		return Texts.of(PasswordPolicy.class).get("policy." + name().toLowerCase(Locale.ROOT).replace('_', '-'),
				MINIMUM_LENGTH);
	}

	/** The checks that the password fails; empty for a good one. */
	public static Set<PasswordPolicy> failedBy(Secret password, Secret confirmation) {
		var failed = EnumSet.noneOf(PasswordPolicy.class);
		Arrays.stream(values()).filter(check -> !check.holds(password, confirmation)).forEach(failed::add);
		return failed;
	}

	private boolean holds(Secret password, Secret confirmation) {
		char[] characters = password.characters();
		return switch (this) {
			case LENGTH -> characters.length >= MINIMUM_LENGTH;
			case CHARACTERS -> allPrintableAscii(characters);
			case DIGIT_OR_SYMBOL -> hasDigitOrSymbol(characters);
			case CONFIRMATION -> password.sameAs(confirmation);
		};
	}

	private static boolean allPrintableAscii(char[] characters) {
		for (char c : characters) {
			if (c < ' ' || c > '~') {
				return false;
			}
		}
		return true;
	}

	private static boolean hasDigitOrSymbol(char[] characters) {
		for (char c : characters) {
			if (!Character.isLetter(c) && c != ' ') {
				return true;
			}
		}
		return false;
	}
}
