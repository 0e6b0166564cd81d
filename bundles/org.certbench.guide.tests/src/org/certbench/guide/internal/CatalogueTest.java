package org.certbench.guide.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.certbench.guide.Page;
import org.certbench.testing.TestLanguage;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the problem catalogue (M31). */
class CatalogueTest {

	private static final String BASE = "org.certbench.guide.pages.problems";
	private static final Pattern STRUCTURE = Pattern.compile("pages|.*\\.(flow|contacts)");
	/** In which sources problems are named, by a word that only they have, and how. */
	private static final Map<String, Pattern> PROBLEMS = Map.of(
			"ProblemException", Pattern.compile("super\\(\\s*(?:FailureKind\\.[A-Z_]+,\\s*)?\"([a-z0-9-]+)\""),
			"AuthorityException.Refused;", Pattern.compile("\"([a-z0-9]+(?:-[a-z0-9]+)+)\""),
			"Observation.at(", Pattern.compile("Observation\\.at\\([^\"]*\"([a-z0-9-]+)\"(?: : \"([a-z0-9-]+)\")?"));

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);
	private final Catalogue catalogue = new Catalogue(List.of(source(BASE)));

	@DisplayName("M31 every row of the problem catalogue has a page")
	@ParameterizedTest
	@ValueSource(strings = { "password-lost", "keystore-lost", "keystore-unreadable", "manager-gone", "renewal-due",
			"phase-2-pending", "phase-3-pending", "handed-over-not", "completed-too-early", "expired", "revoked", "refused",
			"limit-reached", "no-organisation", "eid-no-reader", "eid-no-card", "eid-not-an-eid", "eid-pin-wrong",
			"eid-pin-blocked", "eid-no-signature-key", "eid-expired", "network-proxy", "tls-untrusted", "clock-wrong",
			"etk-mismatch", "etk-several", "old-messages", "duplicate-file", "no-generic-mail", "weak-store", "ca-list-old" })
	void everyRowHasAPage(String problem) {
		var page = catalogue.page(problem).orElseThrow();
		assertEquals(problem, page.problem());
		assertTrue(page.steps().size() >= 2, page.toString());
		assertFalse(page.contact().isBlank(), page.toString());
		assertTrue(Stream.of(page.title(), page.symptom(), page.cause()).noneMatch(String::isBlank));
	}

	@Test
	@DisplayName("every problem that an exception or a rule names has a page")
	void everyNamedProblemHasAPage() throws IOException {
		var named = namedProblems();
		assertTrue(named.containsAll(Set.of("cancelled", "password-lost", "eid-pin-blocked", "limit-reached", "renewal-due",
				"request-not-sent", "weak-store")),
				"the sources are read: " + named);
		var without = named.stream().filter(problem -> catalogue.page(problem).isEmpty()).toList();
		assertEquals(List.of(), without);
	}

	@ParameterizedTest
	@ValueSource(strings = { "fr", "nl", "de" })
	@DisplayName("B05 every text is there in every language, and nothing is there in one only")
	void everyTextIsTranslated(String language) throws IOException {
		var english = new TreeSet<>(read("problems.properties").stringPropertyNames());
		english.removeIf(key -> STRUCTURE.matcher(key).matches());
		var translated = read("problems_" + language + ".properties");
		assertEquals(english, new TreeSet<>(translated.stringPropertyNames()));
		assertTrue(translated.stringPropertyNames().stream().noneMatch(key -> translated.getProperty(key).isBlank()));
	}

	@Test
	void everyTextOfTheEnglishFileIsOnAPage() throws IOException {
		var shown = catalogue.pages().stream().map(Page::problem).collect(Collectors.toSet());
		var problems = read("problems.properties").stringPropertyNames().stream()
				.filter(key -> !key.equals("pages") && !key.startsWith("contact."))
				.map(key -> key.substring(0, key.indexOf('.'))).collect(Collectors.toSet());
		assertEquals(problems, shown);
	}

	@Test
	void theOtherTextsOfTheBundleAreTranslated() {
		Translations.check(ContributedGuide.class);
	}

	@ParameterizedTest
	@CsvSource({ "renewal-due,renew", "phase-2-pending,complete", "completed-too-early,complete",
			"phase-3-pending,activate", "expired,request", "revoked,request" })
	void theFlowThatSolvesIt(String problem, String flow) {
		assertEquals(Optional.of(flow), catalogue.page(problem).flatMap(Page::solvingFlow));
		Locale.setDefault(Locale.FRENCH);
		assertEquals(Optional.of(flow), catalogue.page(problem).flatMap(Page::solvingFlow));
	}

	@Test
	@DisplayName("B05 the language can be switched while the program runs")
	void theLanguageCanBeSwitched() {
		assertEquals("The certificate must be renewed", catalogue.page("renewal-due").orElseThrow().title());
		Locale.setDefault(Locale.FRENCH);
		assertEquals("Le certificat doit être renouvelé", catalogue.page("renewal-due").orElseThrow().title());
		Locale.setDefault(Locale.JAPANESE);
		assertEquals("The certificate must be renewed", catalogue.page("renewal-due").orElseThrow().title());
	}

	@Test
	void searchFindsAllWordsInAnyCaseAndWithoutAccents() {
		assertTrue(problems(catalogue.search("PUK blocked")).contains("eid-pin-blocked"));
		assertEquals(List.of(), catalogue.search("puk nonsense"));
		assertEquals(catalogue.pages(), catalogue.search("  "));
		Locale.setDefault(Locale.FRENCH);
		assertTrue(problems(catalogue.search("doit etre RENOUVELE")).contains("renewal-due"));
	}

	@Test
	@DisplayName("W07 a vendor adds pages, and replaces ours where it comes first")
	void aVendorAddsPages() {
		var both = new Catalogue(List.of(source("org.certbench.guide.internal.vendor"), source(BASE)));
		var page = both.page("vendor-offline").orElseThrow();
		assertEquals(List.of("Switch it on.", "Wait."), page.steps());
		assertTrue(page.contact().isEmpty());
		assertEquals("Renewing at our place", both.page("renewal-due").orElseThrow().title());
		assertEquals(catalogue.pages().size() + 1, both.pages().size());
	}

	@Test
	void aBrokenContributionDoesNotTakeTheOthersWithIt() {
		var both = new Catalogue(List.of(source("org.example.nothing"), source(BASE)));
		assertEquals(catalogue.pages(), both.pages());
	}

	private static PageSource source(String baseName) {
		return new PageSource(baseName, CatalogueTest.class.getClassLoader(), Integrator.UNKNOWN);
	}

	private static List<String> problems(List<Page> pages) {
		return pages.stream().map(Page::problem).toList();
	}

	private static Properties read(String name) throws IOException {
		var properties = new Properties();
		try (var in = new InputStreamReader(CatalogueTest.class.getResourceAsStream("/org/certbench/guide/pages/" + name),
				StandardCharsets.UTF_8)) {
			properties.load(in);
		}
		return properties;
	}

	/** Reads the sources of all bundles, which stand beside the one that runs. */
	private static Set<String> namedProblems() throws IOException {
		try (var bundles = Files.newDirectoryStream(Path.of("").toAbsolutePath().getParent(),
				bundle -> !bundle.toString().endsWith(".tests") && Files.isDirectory(bundle.resolve("src")))) {
			var problems = new TreeSet<String>();
			for (var bundle : bundles) {
				problems.addAll(namedProblems(bundle.resolve("src")));
			}
			return problems;
		}
	}

	private static Set<String> namedProblems(Path sources) throws IOException {
		try (var files = Files.walk(sources)) {
			return files.filter(file -> file.toString().endsWith(".java")).map(CatalogueTest::content)
					.flatMap(CatalogueTest::namedProblems).collect(Collectors.toSet());
		}
	}

	private static Stream<String> namedProblems(String source) {
		return PROBLEMS.entrySet().stream().filter(named -> source.contains(named.getKey()))
				.flatMap(named -> named.getValue().matcher(source).results())
				.flatMap(found -> IntStream.rangeClosed(1, found.groupCount()).mapToObj(found::group)).filter(Objects::nonNull);
	}

	private static String content(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}
}
