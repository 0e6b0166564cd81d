package org.certbench.ui.wizard.internal.html;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import org.certbench.ui.wizard.internal.html.RichText.Style;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Reads the simple HTML of terms and contracts: headings, paragraphs, lists, tables, bold, italics,
 * links. What it does not know it passes over, showing the text inside; it loads nothing and runs
 * nothing.
 */
public final class HtmlReader implements NodeVisitor {

	private static final Set<String> SAFE_TARGETS = Set.of("http", "https", "mailto");

	private final RichTextBuilder text = new RichTextBuilder();

	private HtmlReader() {
	}

	/** Reads a document. */
	public static RichText read(String html) {
		var reader = new HtmlReader();
		NodeTraversor.traverse(reader, Jsoup.parse(html).body());
		return reader.text.build();
	}

	@Override
	public void head(Node node, int depth) {
		if (node instanceof TextNode words) {
			text.append(words.getWholeText());
		} else if (node instanceof Element element) {
			element(element, false);
		}
	}

	@Override
	public void tail(Node node, int depth) {
		if (node instanceof Element element && !element.tag().isEmpty()) {
			element(element, true);
		}
	}

	private void element(Element element, boolean ends) {
		var name = element.normalName();
		switch (name) {
			case "h1" -> heading(Style.TITLE, ends);
			case "h2", "h3", "h4", "h5", "h6" -> heading(Style.HEADING, ends);
			case "b", "strong" -> text.style(Style.BOLD, !ends);
			case "i", "em" -> text.style(Style.ITALIC, !ends);
			case "th", "dt" -> term(name, ends);
			case "td" -> cell(ends);
			case "a" -> text.link(ends ? null : target(element));
			case "br" -> text.newLine();
			case "p", "dl", "table", "blockquote", "hr" -> text.newParagraph();
			case "div", "section", "article", "header", "footer", "main", "tr", "body" -> text.newLine();
			case "ul", "ol" -> list(name, ends);
			case "li" -> item(ends);
			case "dd" -> definition(ends);
			default -> {
				// its text is shown, its meaning is not known
			}
		}
	}

	private void heading(Style style, boolean ends) {
		if (ends) {
			text.endHeading();
		} else {
			text.newParagraph();
		}
		text.style(style, !ends);
	}

	private void term(String name, boolean ends) {
		if (!ends && name.equals("dt")) {
			text.newLine();
		}
		text.style(Style.BOLD, !ends);
	}

	private void cell(boolean ends) {
		if (!ends) {
			text.separate();
		}
	}

	private void list(String name, boolean ends) {
		if (ends) {
			text.endList();
		} else {
			text.beginList(name.equals("ol"));
		}
	}

	private void item(boolean ends) {
		if (!ends) {
			text.beginItem();
		}
	}

	private void definition(boolean ends) {
		text.newLine();
		text.indent(ends ? -1 : 1);
	}

	private static URI target(Element link) {
		try {
			var target = URI.create(link.attr("href").strip());
			return target.getScheme() != null && SAFE_TARGETS.contains(target.getScheme().toLowerCase(Locale.ROOT)) ? target
					: null;
		} catch (IllegalArgumentException malformed) {
			return null;
		}
	}
}
