package org.certbench.eid.emulator;

/** What an emulated card can be told to do instead of answering a command. */
public sealed interface Fault {

	/** The card leaves the reader: the command is not carried out, and nothing is answered. */
	record Removal() implements Fault {
	}

	/**
	 * The command is not carried out, and answered with a status word.
	 *
	 * @param word e.g. {@code 0x6F00}
	 */
	record Status(int word) implements Fault {
	}
}
