package org.certbench.cli.internal.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * An HTML document as plain text that can be read on a terminal: paragraphs apart, items with a dash
 * or a number, cells of a table side by side, lines of at most {@value #WIDTH} characters. It shows
 * every word of the document, for a contract must be read before it is signed.
 */
public final class HtmlText implements NodeVisitor {

	/** The longest line. */
	static final int WIDTH = 78;

	/** Of a list, so that the sign of an item has room. */
	private static final int INDENTATION = 3;

	/** Elements with an empty line before and after. */
	private static final Set<String> APART = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table",
			"blockquote", "section", "article", "header", "footer", "main", "hr", "pre", "fieldset", "form");
	/** Elements that begin a line. */
	private static final Set<String> LINES = Set.of("div", "li", "tr", "br", "dt", "dd", "caption", "legend", "body",
			"html", "thead", "tbody", "tfoot", "nav", "figure", "figcaption", "address", "title");

	private final TextLines lines = new TextLines(WIDTH);
	/** The lists that are open, innermost first: the number of the next item, 0 where they have none. */
	private final Deque<Integer> lists = new ArrayDeque<>();

	private HtmlText() {
	}

	/** The document's lines, without empty ones at either end. */
	public static List<String> lines(String html) {
		var text = new HtmlText();
		NodeTraversor.traverse(text, Jsoup.parse(html).body());
		return text.lines.end();
	}

	@Override
	public void head(Node node, int depth) {
		if (node instanceof TextNode words) {
			lines.add(words.getWholeText());
		} else if (node instanceof Element element) {
			tag(element.normalName(), false);
		}
	}

	@Override
	public void tail(Node node, int depth) {
		if (node instanceof Element element && !element.tag().isEmpty()) {
			tag(element.normalName(), true);
		}
	}

	private void tag(String name, boolean closing) {
		if (APART.contains(name)) {
			lines.apart();
			list(name, closing);
		} else if (LINES.contains(name)) {
			lines.newLine();
			item(name, closing);
		} else if ((name.equals("td") || name.equals("th")) && closing) {
			lines.add(" \u00a0");
		}
	}

	private void list(String name, boolean closing) {
		if (!name.equals("ul") && !name.equals("ol")) {
			return;
		}
		if (closing) {
			lists.poll();
		} else {
			lists.push(name.equals("ol") ? 1 : 0);
		}
		lines.indent(INDENTATION * lists.size());
	}

	private void item(String name, boolean closing) {
		if (!name.equals("li") || closing || lists.isEmpty()) {
			return;
		}
		int number = lists.pop();
		lists.push(number == 0 ? 0 : number + 1);
		lines.mark(number == 0 ? "- " : number + ". ");
	}
}
