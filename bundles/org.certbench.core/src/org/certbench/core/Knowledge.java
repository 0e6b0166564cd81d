package org.certbench.core;

import java.util.Locale;

/** How sure a shown fact is. A view must never show a guess as a fact (B01). */
public enum Knowledge {
	/** Read from a certificate behind a checked password, or from the authority. */
	VERIFIED,
	/** Read from a file whose integrity nobody has checked. */
	UNVERIFIED,
	/** Computed from the file's name or plain attributes. */
	ESTIMATED;

	/** The name in JSON and other files. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}
}
