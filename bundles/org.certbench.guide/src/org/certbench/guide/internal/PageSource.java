package org.certbench.guide.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.guide.Page;

/**
 * A resource bundle with pages of the problem catalogue; schema/pages.exsd describes its keys.
 *
 * @param baseName   of the resource bundle
 * @param loader     of the plug-in that contributes it
 * @param integrator whom its contacts name where they name one
 */
record PageSource(String baseName, ClassLoader loader, Integrator integrator) {

	private static final ResourceBundle.Control ENGLISH_ELSE = ResourceBundle.Control
			.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

	/**
	 * Its pages, in their order.
	 *
	 * @throws java.util.MissingResourceException where there is no such resource bundle, or a text is
	 *                                            missing
	 */
	List<Page> pages(Locale locale) {
		var texts = texts(locale);
		var contacts = contacts(locale);
		return list(texts, "pages").map(problem -> page(texts, contacts, problem)).toList();
	}

	/** Whom its pages name. */
	ContactTexts contacts(Locale locale) {
		return new ContactTexts(texts(locale), integrator);
	}

	private ResourceBundle texts(Locale locale) {
		return ResourceBundle.getBundle(baseName, locale, loader, ENGLISH_ELSE);
	}

	private static Page page(ResourceBundle texts, ContactTexts known, String problem) {
		var contacts = list(texts, problem + ".contacts").map(known::get).collect(Collectors.joining("\n"));
		return new Page(problem, texts.getString(problem + ".title"), texts.getString(problem + ".symptom"),
				texts.getString(problem + ".cause"), steps(texts, problem), contacts, optional(texts, problem + ".flow"));
	}

	private static List<String> steps(ResourceBundle texts, String problem) {
		var steps = new ArrayList<String>();
		for (int number = 1; texts.containsKey(problem + ".step." + number); number++) {
			steps.add(texts.getString(problem + ".step." + number));
		}
		return steps;
	}

	private static Stream<String> list(ResourceBundle texts, String key) {
		return Arrays.stream(optional(texts, key).split(",")).map(String::strip).filter(name -> !name.isEmpty());
	}

	private static String optional(ResourceBundle texts, String key) {
		return texts.containsKey(key) ? texts.getString(key) : "";
	}
}
