package org.certbench.ui.wizard.internal.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.List;
import java.util.Set;

import org.certbench.ui.wizard.internal.html.RichText.Line;
import org.certbench.ui.wizard.internal.html.RichText.Span;
import org.certbench.ui.wizard.internal.html.RichText.Style;
import org.junit.jupiter.api.Test;

class HtmlReaderTest {

	@Test
	void paragraphsAreApartAndWhiteSpaceIsFolded() {
		assertEquals("One two\n\nthree\nfour",
				text("<html><body>\n <p>One\n   two </p>\n\n<p>three<br/>four</p>\n</body></html>"));
	}

	@Test
	void theHeadIsNotShownNorAreScriptsAndComments() {
		assertEquals("Seen", text("<!DOCTYPE html><head><meta charset=\"utf-8\"><title>T</title><style>p {}</style></head>"
				+ "<!-- <p>no</p> --><script>1 < 2</script><p>Seen</p>"));
	}

	@Test
	void headingsBoldAndItalicsLookSoAndHeadingsStandClose() {
		var rich = HtmlReader.read("<h1>A</h1><p>b <b>c d</b> <em>e</em></p>");
		assertEquals("A\nb c d e", rich.text());
		assertEquals(List.of(new Span(0, 1, Set.of(Style.TITLE), null), new Span(4, 3, Set.of(Style.BOLD), null),
				new Span(8, 1, Set.of(Style.ITALIC), null)), rich.spans());
	}

	@Test
	void listsHaveMarksAndAreIndented() {
		var rich = HtmlReader.read("<p>a</p><ul><li>b</li><li><p>c</p><ol><li>d</li></ol></li></ul><p>e</p>");
		assertEquals("a\n\n•\u00a0b\n•\u00a0c\n1.\u00a0d\n\ne", rich.text());
		assertEquals(List.of(new Line(2, 1, true), new Line(3, 1, true), new Line(4, 2, true)), rich.lines());
	}

	@Test
	void rowsOfATableAreLines() {
		assertEquals("Name\u00a0 JANE DOE\nNumber\u00a0 85999900189", text(
				"<table><tr><th>Name</th><td>JANE DOE</td></tr><tr><th>Number</th><td>85999900189</td></tr></table>"));
	}

	@Test
	void charactersAreResolvedOnce() {
		assertEquals("é < &lt; € \u00a0à &unknown;", text("<p>&eacute; &lt; &amp;lt; &#8364; &nbsp;&#xE0; &unknown;</p>"));
	}

	@Test
	void linksLeadToTheWebAndToMailOnly() {
		var rich = HtmlReader.read("<a href='https://example.org/?a=1&amp;b=2'>x</a> <a href=\"file:///etc/passwd\">y</a> "
				+ "<a href=\"javascript:alert(1)\">z</a>");
		assertEquals(List.of(URI.create("https://example.org/?a=1&b=2")),
				rich.spans().stream().flatMap(span -> span.link().stream()).toList());
	}

	@Test
	void whatIsNoHtmlIsShownAsItIs() {
		assertEquals("1 < 2 & 3 > 2", text("1 < 2 & 3 > 2"));
		assertTrue(text("").isEmpty());
		assertEquals("a", text("</ul></li>a"));
	}

	private static String text(String html) {
		return HtmlReader.read(html).text();
	}
}
