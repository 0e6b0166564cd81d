package org.certbench.eid.emulator;

import java.util.concurrent.atomic.AtomicInteger;

/** How many PINs persons gave in this process, and how many emulated cards got. Without JUnit: cards are used without. */
final class PinTally {

	private static final AtomicInteger GIVEN = new AtomicInteger();
	private static final AtomicInteger VERIFIED = new AtomicInteger();

	private PinTally() {
	}

	static void begin() {
		GIVEN.set(0);
		VERIFIED.set(0);
	}

	static void given(int times) {
		GIVEN.addAndGet(times);
	}

	static void verified() {
		VERIFIED.incrementAndGet();
	}

	/** Those that no person gave. */
	static int unasked() {
		return VERIFIED.get() - GIVEN.get();
	}
}
