package org.certbench.guide.internal;

import java.lang.System.Logger.Level;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.guide.Page;

/**
 * The pages of all sources, in the user's language. Where two sources have a page for one problem,
 * the first one's is shown. Thread-safe.
 */
final class Catalogue {

	private static final System.Logger LOG = System.getLogger(Catalogue.class.getName());

	private final List<PageSource> sources;
	private volatile InLanguage current = new InLanguage(Locale.ROOT, Map.of());

	/** The pages of one language, read once. */
	private record InLanguage(Locale locale, Map<String, Page> pages) {
	}

	Catalogue(List<PageSource> sources) {
		this.sources = List.copyOf(sources);
	}

	List<Page> pages() {
		return List.copyOf(byProblem().values());
	}

	Optional<Page> page(String problem) {
		return Optional.ofNullable(byProblem().get(problem));
	}

	/** The pages in which all words occur, whatever their case and accents. */
	List<Page> search(String words) {
		var wanted = Arrays.stream(plain(words).split("\\s+")).filter(word -> !word.isEmpty()).toList();
		return byProblem().values().stream().filter(page -> {
			var text = plain(text(page));
			return wanted.stream().allMatch(text::contains);
		}).toList();
	}

	/** The language can be switched while the program runs. */
	private Map<String, Page> byProblem() {
		var locale = Locale.getDefault();
		var pages = current;
		if (!pages.locale().equals(locale)) {
			pages = new InLanguage(locale, read(locale));
			current = pages;
		}
		return pages.pages();
	}

	private Map<String, Page> read(Locale locale) {
		var pages = new LinkedHashMap<String, Page>();
		sources.stream().flatMap(source -> pages(source, locale)).forEach(page -> pages.putIfAbsent(page.problem(), page));
		return pages;
	}

	/** A contribution that is broken does not take the others with it. */
	private static Stream<Page> pages(PageSource source, Locale locale) {
		try {
			return source.pages(locale).stream();
		} catch (MissingResourceException e) {
			LOG.log(Level.ERROR, "pages of the guide cannot be read: " + source.baseName(), e);
			return Stream.empty();
		}
	}

	private static String text(Page page) {
		return String.join("\n", page.problem(), page.title(), page.symptom(), page.cause(), String.join("\n", page.steps()),
				page.contact());
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}
}
