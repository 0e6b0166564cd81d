package org.certbench.core;

import java.util.Locale;

/** How much a {@link Finding} matters, the worst last so that natural order sorts by it. */
public enum Severity {
	/** Good to know. */
	INFORMATION,
	/** Something is to be done, but nothing breaks yet. */
	WARNING,
	/** Something is broken, or will be within days. */
	ERROR;

	/** The name in JSON and other files. */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}
}
