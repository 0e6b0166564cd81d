package org.certbench.core;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of one package in the user's language, from {@code messages.properties} (English) and
 * {@code messages_fr.properties} and so on beside its classes, in UTF-8. The language is looked up
 * at each call, so that it can be switched while running. Thread-safe.
 *
 * <p>
 * {@code {0}}, {@code {1}} … are replaced by the arguments; nothing else is special, neither in the
 * text, where an apostrophe is just an apostrophe, nor in an argument.
 */
public final class Texts {

	private static final ResourceBundle.Control ENGLISH_ELSE = ResourceBundle.Control
			.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

	private final String baseName;
	private final ClassLoader loader;
	private final Supplier<Locale> language;

	private Texts(String baseName, ClassLoader loader, Supplier<Locale> language) {
		this.baseName = baseName;
		this.loader = loader;
		this.language = language;
	}

	/** The texts of the owner's package. */
	public static Texts of(Class<?> owner) {
		return new Texts(owner.getPackageName() + ".messages", owner.getClassLoader(), Locale::getDefault);
	}

	/** The same texts in another language than the user's: for what somebody else reads. */
	public Texts in(Locale other) {
		return new Texts(baseName, loader, () -> other);
	}

	/**
	 * A text.
	 *
	 * @throws java.util.MissingResourceException where the English file lacks the key
	 */
	public String get(String key, Object... arguments) {
		return PLACEHOLDER.matcher(bundle().getString(key)).replaceAll(found -> {
			int index = Integer.parseInt(found.group(1));
			return Matcher.quoteReplacement(index < arguments.length ? String.valueOf(arguments[index]) : found.group());
		});
	}

	/** Whether there is such a text. */
	public boolean has(String key) {
		return bundle().containsKey(key);
	}

	/** All of them, for libraries that look texts up by themselves. */
	public ResourceBundle bundle() {
		return ResourceBundle.getBundle(baseName, language.get(), loader, ENGLISH_ELSE);
	}
}
