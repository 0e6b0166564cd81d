package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text that a person reads, in each language (B05), against the sources. */
@DisplayName("B05: the texts")
class TranslationsTest {

	/** The files in English whose translations lie beside them. */
	private static final Pattern ENGLISH = Pattern.compile("(messages|bundle|problems)\\.properties");
	/** What the pages of the guide refer to by name, which has no language. */
	private static final Pattern NAMES = Pattern.compile("pages|.+\\.(flow|contacts)");
	private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d}|%(?:n|s|%|\\d\\$s)|\\$\\{[^}]*}");

	private final Path bundles = Path.of(System.getProperty("certbench.root")).resolve("bundles");

	@ParameterizedTest
	@ValueSource(strings = { "fr" })
	@DisplayName("are all there, each with the places for what is filled in")
	void translated(String language) throws IOException {
		var lacking = new ArrayList<String>();
		for (var english : englishFiles()) {
			lacking.addAll(lacking(english, translation(english, language)));
		}
		assertEquals(List.of(), lacking, "texts to write or to mend");
	}

	@Test
	@DisplayName("are looked for where they lie")
	void found() throws IOException {
		assertTrue(englishFiles().size() > 80, () -> bundles + " has hardly any texts");
	}

	private List<Path> englishFiles() throws IOException {
		try (var files = Files.find(bundles, 20, (file, kind) -> ENGLISH.matcher(file.getFileName().toString()).matches())) {
			return files.filter(this::isSource).sorted().toList();
		}
	}

	private boolean isSource(Path file) {
		var folders = bundles.relativize(file);
		var inBundle = folders.getName(1).toString();
		return !folders.getName(0).toString().endsWith(".tests") && Set.of("src", "OSGI-INF").contains(inBundle);
	}

	private static Path translation(Path english, String language) {
		return english.resolveSibling(english.getFileName().toString().replace(".properties", "_" + language + ".properties"));
	}

	private List<String> lacking(Path english, Path translated) throws IOException {
		var name = bundles.relativize(translated).toString();
		if (!Files.exists(translated)) {
			return List.of(name);
		}
		var texts = read(english);
		var translations = read(translated);
		var keys = Stream.concat(texts.stringPropertyNames().stream(), translations.stringPropertyNames().stream())
				.collect(Collectors.toCollection(TreeSet::new));
		return keys.stream().filter(NAMES.asMatchPredicate().negate()).filter(key -> !places(texts, key).equals(places(translations, key)))
				.map(key -> name + ": " + key).toList();
	}

	/** What is filled into a text; differs from that of every text where the key or the words are not there. */
	private static Set<String> places(Properties texts, String key) {
		var text = texts.getProperty(key, "");
		return text.isBlank() ? Set.of(key)
				: PLACEHOLDER.matcher(text).results().map(place -> place.group()).collect(Collectors.toSet());
	}

	private static Properties read(Path file) throws IOException {
		var texts = new Properties();
		texts.load(new StringReader(Files.readString(file)));
		return texts;
	}
}
