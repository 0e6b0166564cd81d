package org.certbench.core.sample;

/** Owns the texts beside it, for the tests. */
public final class Greeting {

	private Greeting() {
	}
}
