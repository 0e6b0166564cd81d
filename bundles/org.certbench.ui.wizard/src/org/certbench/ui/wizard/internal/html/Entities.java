package org.certbench.ui.wizard.internal.html;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The character references of HTML that texts in Western languages use; any other stays as written. */
final class Entities {

	private static final Pattern REFERENCE = Pattern.compile("&(#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]+);");
	private static final Map<String, String> NAMED = Map.ofEntries(Map.entry("amp", "&"), Map.entry("lt", "<"),
			Map.entry("gt", ">"), Map.entry("quot", "\""), Map.entry("apos", "'"), Map.entry("nbsp", "\u00a0"),
			Map.entry("eacute", "é"), Map.entry("egrave", "è"), Map.entry("ecirc", "ê"), Map.entry("euml", "ë"),
			Map.entry("agrave", "à"), Map.entry("acirc", "â"), Map.entry("ccedil", "ç"), Map.entry("icirc", "î"),
			Map.entry("iuml", "ï"), Map.entry("ocirc", "ô"), Map.entry("ucirc", "û"), Map.entry("ugrave", "ù"),
			Map.entry("Eacute", "É"), Map.entry("Agrave", "À"), Map.entry("laquo", "«"), Map.entry("raquo", "»"),
			Map.entry("lsquo", "‘"), Map.entry("rsquo", "’"), Map.entry("ldquo", "“"), Map.entry("rdquo", "”"),
			Map.entry("ndash", "–"), Map.entry("mdash", "—"), Map.entry("hellip", "…"), Map.entry("euro", "€"));

	private Entities() {
	}

	static String resolve(String text) {
		return REFERENCE.matcher(text).replaceAll(found -> Matcher.quoteReplacement(character(found)));
	}

	private static String character(MatchResult found) {
		var name = found.group(1);
		if (!name.startsWith("#")) {
			return NAMED.getOrDefault(name, found.group());
		}
		boolean hexadecimal = Character.toLowerCase(name.charAt(1)) == 'x';
		int point = Integer.parseInt(name.substring(hexadecimal ? 2 : 1), hexadecimal ? 16 : 10);
		return Character.isValidCodePoint(point) ? Character.toString(point) : found.group();
	}
}
