package org.certbench.cli.internal.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A contract on a terminal")
class HtmlTextTest {

	@Test
	@DisplayName("titles, paragraphs and lists are apart and in order")
	void blocks() {
		var html = """
				<!DOCTYPE html>
				<html lang="fr"><head><title>Not shown</title><style>p { color: red }</style></head>
				<body><h1>Contrat</h1>
				<p>Le   signataire
				s&rsquo;engage&nbsp;: <b>tout</b> est &eacute;crit.<br/>Fin.</p>
				<ul><li>un</li><li>deux<ol><li>a</li><li>b</li></ol></li></ul>
				<p>A &amp; B &#169; &#x20AC; &unknown;</p></body></html>
				""";
		assertEquals(List.of("Contrat", "", "Le signataire s’engage : tout est écrit.", "Fin.", "", " - un", " - deux", "",
				"   1. a", "   2. b", "", "A & B © € &unknown;"), HtmlText.lines(html));
	}

	@Test
	@DisplayName("the cells of a table stand beside each other")
	void table() {
		var lines = HtmlText.lines("<table><tr><th>Nom</th><td>JANE DOE</td></tr><tr><th>Numéro</th><td>1</td></tr></table>");
		assertEquals(List.of("Nom  JANE DOE", "Numéro  1"), lines);
	}

	@Test
	@DisplayName("no line is longer than a terminal is wide, and no word is lost")
	void wrapped() {
		var text = "mot ".repeat(100).strip();
		var lines = HtmlText.lines("<p>" + text + "</p>");
		assertTrue(lines.stream().allMatch(line -> line.length() <= HtmlText.WIDTH), lines::toString);
		assertEquals(text, String.join(" ", lines));
	}

	@Test
	@DisplayName("what looks like a tag but is none is text, and comments and scripts are not shown")
	void odd() {
		assertEquals(List.of("1 < 2 et plus"), HtmlText.lines("1 < 2 <!-- <p>non</p> --><script>x<y</script>et plus"));
	}

	@Test
	@DisplayName("a letter outside the usual plane and an impossible one")
	void characters() {
		assertEquals(List.of("\uD83D\uDD11 \uFFFD"), HtmlText.lines("&#x1F511; &#x110000;"));
	}
}
