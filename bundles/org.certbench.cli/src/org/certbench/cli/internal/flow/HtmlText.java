package org.certbench.cli.internal.flow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTML document as plain text that can be read on a terminal: paragraphs apart, items with a dash
 * or a number, cells of a table side by side, lines of at most {@value #WIDTH} characters. It shows
 * every word of the document, for a contract must be read before it is signed.
 */
public final class HtmlText {

	/** The longest line. */
	static final int WIDTH = 78;

	/** Of a list, so that the sign of an item has room. */
	private static final int INDENTATION = 3;

	/** Comments, declarations and what is not text at all; tags; text. */
	private static final Pattern TOKEN = Pattern.compile(
			"<!--.*?-->|<[!?][^>]*>|<(?i:(script|style))\\b.*?</(?i:\\1)\\s*>"
					+ "|<(?<close>/?)(?<name>[A-Za-z][A-Za-z0-9]*)(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|(?<text>[^<]+|<)",
			Pattern.DOTALL);
	private static final Pattern ENTITY = Pattern.compile("&(#x?)?([0-9A-Za-z]+);");
	private static final Map<String, String> ENTITIES = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"),
			Map.entry("gt", ">"), Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("nbsp", "\u00a0"),
			Map.entry("eacute", "é"), Map.entry("egrave", "è"), Map.entry("ecirc", "ê"), Map.entry("euml", "ë"),
			Map.entry("agrave", "à"), Map.entry("acirc", "â"), Map.entry("ccedil", "ç"), Map.entry("ocirc", "ô"),
			Map.entry("icirc", "î"), Map.entry("iuml", "ï"), Map.entry("ugrave", "ù"), Map.entry("ucirc", "û"),
			Map.entry("oelig", "œ"), Map.entry("laquo", "«"), Map.entry("raquo", "»"), Map.entry("ndash", "–"),
			Map.entry("mdash", "—"), Map.entry("hellip", "…"), Map.entry("rsquo", "’"), Map.entry("lsquo", "‘"),
			Map.entry("ldquo", "“"), Map.entry("rdquo", "”"), Map.entry("euro", "€"), Map.entry("copy", "©"));
	/** Elements of which nothing is shown. */
	private static final Set<String> UNSEEN = Set.of("head", "template");
	/** Elements with an empty line before and after. */
	private static final Set<String> APART = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table",
			"blockquote", "section", "article", "header", "footer", "main", "hr", "pre", "fieldset", "form");
	/** Elements that begin a line. */
	private static final Set<String> LINES = Set.of("div", "li", "tr", "br", "dt", "dd", "caption", "legend", "body",
			"html", "thead", "tbody", "tfoot", "nav", "figure", "figcaption", "address", "title");

	private final TextLines lines = new TextLines(WIDTH);
	/** The lists that are open, innermost first: the number of the next item, 0 where they have none. */
	private final Deque<Integer> lists = new ArrayDeque<>();
	private String unseen = "";

	private HtmlText() {
	}

	/** The document's lines, without empty ones at either end. */
	public static List<String> lines(String html) {
		var text = new HtmlText();
		var tokens = TOKEN.matcher(html);
		while (tokens.find()) {
			text.take(tokens);
		}
		return text.lines.end();
	}

	private void take(Matcher token) {
		if (token.group("name") != null) {
			tag(token.group("name").toLowerCase(Locale.ROOT), !token.group("close").isEmpty());
		} else if (token.group("text") != null && unseen.isEmpty()) {
			lines.add(decode(token.group("text")));
		}
	}

	private void tag(String name, boolean closing) {
		if (!unseen.isEmpty()) {
			if (closing && name.equals(unseen)) {
				unseen = "";
			}
		} else if (UNSEEN.contains(name) && !closing) {
			unseen = name;
		} else if (APART.contains(name)) {
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

	private static String decode(String text) {
		return ENTITY.matcher(text).replaceAll(
				entity -> Matcher.quoteReplacement(decode(entity.group(1), entity.group(2), entity.group())));
	}

	private static String decode(String numeric, String name, String otherwise) {
		if (numeric == null) {
			return ENTITIES.getOrDefault(name, otherwise);
		}
		try {
			return Character.toString(Integer.parseInt(name, numeric.length() == 2 ? 16 : 10));
		} catch (IllegalArgumentException noSuchCharacter) {
			return otherwise;
		}
	}
}
