package org.certbench.reminder;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The languages in which a manager is written to. */
public enum Language {

	FRENCH("fr"), DUTCH("nl"), GERMAN("de"), ENGLISH("en");

	private final Locale locale;

	Language(String tag) {
		this.locale = Locale.of(tag);
	}

	/** In which texts and days are written. */
	public Locale locale() {
		return locale;
	}

	/** The code of ISO 639: {@code fr}. */
	public String id() {
		return locale.getLanguage();
	}

	/** The language of an {@link #id()}. */
	public static Optional<Language> of(String id) {
		return Arrays.stream(values()).filter(language -> language.id().equals(id)).findFirst();
	}
}
