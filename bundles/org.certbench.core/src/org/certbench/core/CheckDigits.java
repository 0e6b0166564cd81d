package org.certbench.core;

/**
 * The ways in which the last two digits of an identifier follow from the others. All of them
 * are 97 minus the rest modulo 97; they differ in what "the others" are.
 */
public enum CheckDigits {

	/** No check is known: every value passes. */
	NONE {
		@Override
		boolean holdFor(String digits) {
			return true;
		}
	},

	/** CHECK-97-MOD-97, of RIZIV/INAMI numbers and of enterprise numbers. */
	MOD_97 {
		@Override
		boolean holdFor(String digits) {
			return checkOf("", digits) == lastTwo(digits);
		}
	},

	/** SSIN: as MOD_97, but the number is prefixed with 2 for people born from 2000 on. */
	SSIN {
		@Override
		boolean holdFor(String digits) {
			return checkOf("", digits) == lastTwo(digits) || checkOf("2", digits) == lastTwo(digits);
		}
	};

	/** Whether the digits (at least three, nothing else) end in the right check digits. */
	abstract boolean holdFor(String digits);

	/**
	 * The two check digits for a number that has none yet, for example {@code "796990"}.
	 *
	 * @param number the digits before the check digits
	 * @return two digits, 01 to 97
	 */
	public static String mod97(String number) {
		return "%02d".formatted(97 - Long.parseLong(number) % 97);
	}

	private static long checkOf(String prefix, String digits) {
		return 97 - Long.parseLong(prefix + digits.substring(0, digits.length() - 2)) % 97;
	}

	private static long lastTwo(String digits) {
		return Long.parseLong(digits.substring(digits.length() - 2));
	}
}
