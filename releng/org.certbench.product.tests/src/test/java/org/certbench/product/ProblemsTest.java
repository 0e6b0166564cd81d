package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of problems in {@code releng/PROBLEMS.md}, against the guide's pages and the sources. */
@DisplayName("M31: every problem has its page, its typed error or rule, and its test")
class ProblemsTest {

	private static final Pattern ROW = Pattern.compile("^\\| ([a-z0-9-]+) \\| ([^|]*) \\| ([^|]*) \\|$", Pattern.MULTILINE);
	private static final String PAGES = "bundles/org.certbench.guide/src/org/certbench/guide/pages/problems.properties";

	/** A row of the table. */
	private record Problem(String id, List<NamedClass> toldBy, List<NamedClass> tests) {

		/** Whether a source names the problem, and not another whose name has this one in it. */
		boolean isNamedIn(Optional<String> source) {
			return source.filter(text -> Pattern.compile("(?<![\\w-])" + id + "(?![\\w-])").matcher(text).find()).isPresent();
		}

		@Override
		public String toString() {
			return id;
		}
	}

	static Stream<Problem> problems() throws IOException {
		return ROW.matcher(NamedClass.document("releng/PROBLEMS.md")).results().filter(row -> !row.group(1).equals("problem"))
				.map(row -> new Problem(row.group(1), NamedClass.in(row.group(2)).toList(), NamedClass.in(row.group(3)).toList()));
	}

	@Test
	@DisplayName("every page of the guide has its row, in the guide's order")
	void everyPage() throws IOException {
		var pages = new Properties();
		pages.load(new StringReader(NamedClass.document(PAGES)));
		assertEquals(List.of(pages.getProperty("pages").split(",\\s*")), problems().map(Problem::id).toList());
	}

	@ParameterizedTest
	@MethodSource
	@DisplayName("is known to a typed error or a rule, and to a test")
	void problems(Problem problem) throws IOException {
		assertFalse(problem.toldBy().isEmpty(), "told by nothing");
		for (var type : problem.toldBy()) {
			assertTrue(problem.isNamedIn(type.productClass()), type::toString);
		}
		assertFalse(problem.tests().isEmpty(), "without a test");
		for (var test : problem.tests()) {
			assertTrue(problem.isNamedIn(test.test()), test::toString);
		}
	}
}
