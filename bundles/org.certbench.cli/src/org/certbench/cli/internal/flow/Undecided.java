package org.certbench.cli.internal.flow;

import org.certbench.cli.UsageException;

/** A choice, or a setting of what was chosen, that only a person can make, and did not. */
final class Undecided extends UsageException {

	private static final long serialVersionUID = 1L;

	Undecided(String message, String remedy) {
		super(message, remedy);
	}
}
