package org.certbench.flow.revoke.internal.form;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;

/**
 * The texts of form and mail, for readers at eHealth: in French and Dutch, whatever the user's language
 * is, from {@code form_fr.properties} and {@code form_nl.properties}.
 */
public final class FormTexts {

	/** The languages of eHealth. */
	public static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.of("nl"));

	private FormTexts() {
	}

	/** The same text in all languages, beside each other. */
	static String both(String key) {
		return LANGUAGES.stream().map(language -> in(language, key)).distinct().collect(Collectors.joining(" / "));
	}

	/** A text in one language. */
	public static String in(Locale language, String key) {
		return ResourceBundle.getBundle(FormTexts.class.getPackageName() + ".form", language,
				FormTexts.class.getClassLoader(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)).getString(key);
	}

	/** The user's language where eHealth reads it, else French. */
	public static Locale forReader() {
		return LANGUAGES.stream().filter(each -> each.getLanguage().equals(Locale.getDefault().getLanguage())).findFirst()
				.orElse(Locale.FRENCH);
	}
}
