package org.certbench.testing;

import java.util.Locale;

/**
 * The user's language while a test runs that reads texts; closed, it is again what it was before, whatever the
 * test did with it. Not for tests that run side by side.
 */
public final class TestLanguage implements AutoCloseable {

	private final Locale before = Locale.getDefault();

	private TestLanguage() {
	}

	/** From now on. */
	public static TestLanguage of(Locale language) {
		var test = new TestLanguage();
		Locale.setDefault(language);
		return test;
	}

	@Override
	public void close() {
		Locale.setDefault(before);
	}
}
