package org.certbench.eid.pkcs11.internal;

import java.util.OptionalInt;

/**
 * A token, as its module describes it at a moment (CK_TOKEN_INFO).
 *
 * @param label      the name that somebody gave it
 * @param serial     its own number
 * @param flags      what it wants and can, see below
 * @param longestPin in bytes
 * @param shortestPin in bytes
 */
public record Token(String label, String serial, long flags, long longestPin, long shortestPin) {

	static final long LOGIN_REQUIRED = 0x4;
	static final long PROTECTED_AUTHENTICATION_PATH = 0x100;
	static final long INITIALIZED = 0x400;
	static final long PIN_FINAL_TRY = 0x20000;
	static final long PIN_LOCKED = 0x40000;

	/** Whether something was ever put on it. */
	boolean isInitialized() {
		return has(INITIALIZED);
	}

	/** Whether it wants a PIN from the program that uses it. Where not, its module asks by itself. */
	boolean wantsLogin() {
		return has(LOGIN_REQUIRED);
	}

	/** Whether the PIN is entered on the reader. */
	boolean hasPad() {
		return has(PROTECTED_AUTHENTICATION_PATH);
	}

	/** It tells the last try, and that there is none left, and no other number. */
	OptionalInt triesLeft() {
		if (has(PIN_LOCKED)) {
			return OptionalInt.of(0);
		}
		return has(PIN_FINAL_TRY) ? OptionalInt.of(1) : OptionalInt.empty();
	}

	/** Whether it is still the one that it was. */
	boolean isSame(Token other) {
		return label.equals(other.label) && serial.equals(other.serial);
	}

	private boolean has(long flag) {
		return (flags & flag) != 0;
	}
}
