package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of rows and tests in {@code releng/REQUIREMENTS.md}, against the sources. */
class RequirementsTest {

	private static final String TABLE = "releng/REQUIREMENTS.md";
	private static final Pattern ROW = Pattern.compile("^\\| (M\\d\\d) ", Pattern.MULTILINE);

	@Test
	@DisplayName("has every row once, in order")
	void everyRow() throws IOException {
		var expected = Stream.of(IntStream.rangeClosed(1, 14), IntStream.rangeClosed(20, 26), IntStream.rangeClosed(30, 35))
				.flatMap(rows -> rows.mapToObj("M%02d"::formatted)).toList();
		assertEquals(expected, ROW.matcher(NamedClass.document(TABLE)).results().map(row -> row.group(1)).toList());
	}

	@Test
	@DisplayName("names a test in each column of each row")
	void everyColumn() throws IOException {
		var lacking = NamedClass.document(TABLE).lines().filter(line -> ROW.matcher(line).find())
				.filter(line -> Stream.of(line.split(" \\| ")).skip(2).anyMatch(column -> NamedClass.in(column).findAny().isEmpty()))
				.toList();
		assertEquals(List.of(), lacking);
	}

	@Test
	@DisplayName("names only tests that are there")
	void everyTest() throws IOException {
		var named = NamedClass.in(NamedClass.document(TABLE)).toList();
		assertTrue(named.size() > 50, () -> "only " + named.size() + " tests are named");
		var missing = new ArrayList<NamedClass>();
		for (var test : named) {
			if (test.test().isEmpty()) {
				missing.add(test);
			}
		}
		assertEquals(List.of(), missing);
	}
}
