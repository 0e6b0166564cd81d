package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of rows and tests in {@code releng/REQUIREMENTS.md}, against the sources. */
class RequirementsTest {

	private static final Pattern ROW = Pattern.compile("^\\| (M\\d\\d) ", Pattern.MULTILINE);
	private static final Pattern NAMED = Pattern.compile("`([\\w.]+)/(\\w+)(?:\\.(\\w+))?`");

	private final Path root = Path.of(System.getProperty("certbench.root"));

	@Test
	@DisplayName("has every row once, in order")
	void everyRow() throws IOException {
		var expected = Stream.of(IntStream.rangeClosed(1, 14), IntStream.rangeClosed(20, 26), IntStream.rangeClosed(30, 35))
				.flatMap(rows -> rows.mapToObj("M%02d"::formatted)).toList();
		assertEquals(expected, ROW.matcher(table()).results().map(row -> row.group(1)).toList());
	}

	@Test
	@DisplayName("names only tests that are there")
	void everyTest() throws IOException {
		var missing = new ArrayList<String>();
		var named = NAMED.matcher(table()).results().filter(test -> !test.group(1).equals("bundle")).toList();
		assertTrue(named.size() > 50, () -> "only " + named.size() + " tests are named");
		for (var test : named) {
			if (!isThere(test.group(1), test.group(2), test.group(3))) {
				missing.add(test.group());
			}
		}
		assertEquals(List.of(), missing);
	}

	private String table() throws IOException {
		return Files.readString(root.resolve("releng/REQUIREMENTS.md"));
	}

	/** @param method null where the whole class is meant */
	private boolean isThere(String bundle, String type, String method) throws IOException {
		for (var source : List.of("bundles/org.certbench.%s.tests/src", "releng/org.certbench.%s.tests/src/test/java")) {
			var folder = root.resolve(source.formatted(bundle));
			if (!Files.isDirectory(folder)) {
				continue;
			}
			try (var files = Files.walk(folder)) {
				var file = files.filter(each -> each.endsWith(type + ".java")).findFirst();
				if (file.isPresent()) {
					return method == null || Files.readString(file.get()).contains("void " + method + "(");
				}
			}
		}
		return false;
	}
}
