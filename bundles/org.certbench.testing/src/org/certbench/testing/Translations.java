package org.certbench.testing;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.osgi.framework.FrameworkUtil;

/** Checks that all texts of a bundle are there in every language. */
public final class Translations {

	private static final List<String> LANGUAGES = List.of("fr", "nl", "de");
	private static final Pattern TEXTS = Pattern.compile(".*/(messages|bundle|plugin)\\.properties");
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

	private Translations() {
	}

	/**
	 * Fails where a file of texts is missing in a language, where the keys differ, where a text is
	 * empty, and where its placeholders differ.
	 *
	 * @param member any class of the bundle
	 */
	public static void check(Class<?> member) {
		var texts = texts(member);
		var english = texts.keySet().stream().filter(name -> TEXTS.matcher(name).matches()).toList();
		if (english.isEmpty()) {
			throw new AssertionError("no texts beside the classes of " + member.getName());
		}
		var faults = new ArrayList<String>();
		for (var name : english) {
			for (var language : LANGUAGES) {
				compare(name, texts.get(name), texts.get(name.replace(".properties", "_" + language + ".properties")),
						language, faults);
			}
		}
		if (!faults.isEmpty()) {
			throw new AssertionError(String.join("\n", faults));
		}
	}

	private static void compare(String name, URL english, URL translated, String language, List<String> faults) {
		if (translated == null) {
			faults.add("%s: missing in %s".formatted(name, language));
			return;
		}
		var texts = read(english);
		var translations = read(translated);
		var keys = new TreeSet<>(texts.keySet());
		keys.addAll(translations.keySet());
		for (var key : keys) {
			var text = texts.getOrDefault(key, "");
			var translation = translations.getOrDefault(key, "");
			if (text.isBlank() || translation.isBlank()) {
				faults.add("%s: %s is missing or empty in %s".formatted(name, key, text.isBlank() ? "en" : language));
			} else if (!placeholders(text).equals(placeholders(translation))) {
				faults.add("%s: %s has other placeholders in %s".formatted(name, key, language));
			}
		}
	}

	private static Set<String> placeholders(String text) {
		return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
	}

	private static Map<String, String> read(URL url) {
		var properties = new Properties();
		try (var in = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
			properties.load(in);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return properties.stringPropertyNames().stream()
				.collect(Collectors.toMap(key -> key, properties::getProperty));
	}

	/** Every properties file of the bundle by its path, in a framework and on a plain class path. */
	private static Map<String, URL> texts(Class<?> member) {
		var bundle = FrameworkUtil.getBundle(member);
		if (bundle == null) {
			return textsBelow(Path.of(URI.create(member.getProtectionDomain().getCodeSource().getLocation().toString())));
		}
		var found = bundle.findEntries("/", "*.properties", true);
		return Collections.list(found).stream()
				.collect(Collectors.toMap(URL::getPath, url -> url, (one, same) -> one, TreeMap::new));
	}

	private static Map<String, URL> textsBelow(Path classes) {
		try (var files = Files.walk(classes)) {
			return files.filter(file -> file.toString().endsWith(".properties"))
					.collect(Collectors.toMap(file -> "/" + classes.relativize(file), Translations::url, (one, same) -> one,
							TreeMap::new));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static URL url(Path file) {
		try {
			return file.toUri().toURL();
		} catch (MalformedURLException e) {
			throw new IllegalStateException(e);
		}
	}
}
