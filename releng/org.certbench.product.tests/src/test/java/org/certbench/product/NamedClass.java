package org.certbench.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A class, or a test, as the documents name it: {@code `bundle/Class`} or {@code `bundle/Class.method`}.
 *
 * @param bundle without {@code org.certbench.} and {@code .tests}
 * @param method null where the whole class is meant
 */
record NamedClass(String bundle, String type, String method) {

	private static final Pattern NAMED = Pattern.compile("`([\\w.]+)/(\\w+)(?:\\.(\\w+))?`");
	private static final Path ROOT = Path.of(System.getProperty("certbench.root"));

	/** A document of the repository. */
	static String document(String path) throws IOException {
		return Files.readString(ROOT.resolve(path));
	}

	/** All that a text names. */
	static Stream<NamedClass> in(String text) {
		return NAMED.matcher(text).results().filter(named -> !named.group(1).equals("bundle")).map(NamedClass::of);
	}

	private static NamedClass of(MatchResult named) {
		return new NamedClass(named.group(1), named.group(2), named.group(3));
	}

	/** What is in the source of the test; nothing where there is none, or not the method. */
	Optional<String> test() throws IOException {
		return source("bundles/org.certbench.%s.tests/src", "releng/org.certbench.%s.tests/src/test/java")
				.filter(text -> method == null || text.contains("void " + method + "(") || text.contains("> " + method + "("));
	}

	/** What is in the source of a class of the product. */
	Optional<String> productClass() throws IOException {
		return source("bundles/org.certbench.%s/src");
	}

	private Optional<String> source(String... places) throws IOException {
		for (var place : List.of(places)) {
			var folder = ROOT.resolve(place.formatted(bundle));
			if (!Files.isDirectory(folder)) {
				continue;
			}
			try (var files = Files.walk(folder)) {
				var file = files.filter(each -> each.endsWith(type + ".java")).findFirst();
				if (file.isPresent()) {
					return Optional.of(Files.readString(file.get()));
				}
			}
		}
		return Optional.empty();
	}

	@Override
	public String toString() {
		return bundle + "/" + type + (method == null ? "" : "." + method);
	}
}
