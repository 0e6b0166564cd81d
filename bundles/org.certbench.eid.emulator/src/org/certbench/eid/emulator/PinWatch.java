package org.certbench.eid.emulator;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.opentest4j.AssertionFailedError;

/**
 * After each test: emulated cards were not given a PIN more often than persons gave one, right or wrong.
 * Whoever plays the person takes the PIN from here. It counts for the whole process, whose tests run one
 * after the other.
 */
public final class PinWatch implements BeforeEachCallback, AfterEachCallback {

	/** A person gives a PIN, once. */
	public static char[] give(String pin) {
		give(1);
		return pin.toCharArray();
	}

	/** Persons give PINs where only the cards see them: in another process, or on the keys of a reader. */
	public static void give(int times) {
		PinTally.given(times);
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		PinTally.begin();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		if (PinTally.unasked() > 0) {
			throw new AssertionFailedError("VERIFY without a PIN that a person gave: " + PinTally.unasked());
		}
	}
}
