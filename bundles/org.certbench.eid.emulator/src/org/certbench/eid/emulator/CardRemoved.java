package org.certbench.eid.emulator;

/** The emulated card left its reader, as it was told to; {@link EmulatedCard#reset()} inserts it again. */
public final class CardRemoved extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CardRemoved() {
		super("the card was removed");
	}
}
