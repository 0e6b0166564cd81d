package org.certbench.core;

import java.util.Locale;

/**
 * Where a certificate lives. The three never mix: keys, cards, addresses and trust anchors of one
 * are refused in another. Nothing chooses production by itself (M01).
 */
public enum Environment {

	/** The built-in simulator on this machine: the default, for trying, teaching and testing. */
	SIMULATOR,
	/** eHealth's environment for integrators and developers. */
	ACCEPTANCE,
	/** The real thing. */
	PRODUCTION;

	/** The name on the command line and in files: the lower-case word. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * The environment of an {@link #id()}.
	 *
	 * @throws IllegalArgumentException where there is none
	 */
	public static Environment of(String id) {
		return valueOf(id.strip().toUpperCase(Locale.ROOT));
	}
}
