package org.certbench.ui.wizard.internal.html;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.certbench.ui.wizard.internal.html.RichText.Style;

/**
 * Reads the simple HTML of terms and contracts: headings, paragraphs, lists, tables, bold, italics,
 * links. What it does not know it passes over, showing the text inside; it loads nothing and runs
 * nothing. Not a parser for the web.
 */
public final class HtmlReader {

	private static final Pattern TOKEN = Pattern.compile("(?s)<!--.*?-->|<[!?/a-zA-Z][^>]*>|[^<]+|<");
	private static final Pattern TAG = Pattern.compile("(?s)<(/?)([a-zA-Z][a-zA-Z0-9]*)(.*)>");
	private static final Pattern TARGET = Pattern.compile("(?si)\\bhref\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
	private static final Set<String> UNSEEN = Set.of("head", "style", "script", "title");
	private static final Set<String> SAFE_TARGETS = Set.of("http", "https", "mailto");

	private final RichTextBuilder text = new RichTextBuilder();
	/** How deep inside an element whose text is not shown. */
	private int unseen;

	private HtmlReader() {
	}

	/** Reads a document. */
	public static RichText read(String html) {
		var reader = new HtmlReader();
		var token = TOKEN.matcher(html);
		while (token.find()) {
			reader.take(token.group());
		}
		return reader.text.build();
	}

	private void take(String token) {
		var tag = TAG.matcher(token);
		if (tag.matches()) {
			var name = tag.group(2).toLowerCase(Locale.ROOT);
			boolean ends = !tag.group(1).isEmpty();
			if (UNSEEN.contains(name)) {
				unseen += ends ? -1 : 1;
			} else if (unseen == 0) {
				element(name, ends, tag.group(3));
			}
		} else if (unseen == 0 && !token.startsWith("<!") && !token.startsWith("<?")) {
			text.append(Entities.resolve(token));
		}
	}

	private void element(String name, boolean ends, String attributes) {
		switch (name) {
			case "h1" -> heading(Style.TITLE, ends);
			case "h2", "h3", "h4", "h5", "h6" -> heading(Style.HEADING, ends);
			case "b", "strong" -> text.style(Style.BOLD, !ends);
			case "i", "em" -> text.style(Style.ITALIC, !ends);
			case "th", "dt" -> term(name, ends);
			case "td" -> cell(ends);
			case "a" -> text.link(ends ? null : target(attributes));
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

	private static URI target(String attributes) {
		var found = TARGET.matcher(attributes);
		if (!found.find()) {
			return null;
		}
		try {
			var target = URI.create(Entities.resolve(found.group(1) == null ? found.group(2) : found.group(1)).strip());
			return target.getScheme() != null && SAFE_TARGETS.contains(target.getScheme().toLowerCase(Locale.ROOT)) ? target
					: null;
		} catch (IllegalArgumentException malformed) {
			return null;
		}
	}
}
