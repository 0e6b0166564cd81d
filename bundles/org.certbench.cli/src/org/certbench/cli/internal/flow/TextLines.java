package org.certbench.cli.internal.flow;

import java.util.ArrayList;
import java.util.List;

/** Fills lines of a width with words. */
final class TextLines {

	private final int width;
	private final List<String> lines = new ArrayList<>();
	private final StringBuilder line = new StringBuilder();
	private int indent;
	private String mark = "";
	/** Whether a space is due before the next word. */
	private boolean space;
	/** Whether an empty line is due before the next word. */
	private boolean apart;

	TextLines(int width) {
		this.width = width;
	}

	/** Adds text, in which any white space only separates words; a no-break space is a character. */
	void add(String text) {
		int from = 0;
		for (int at = 0; at <= text.length(); at++) {
			if (at == text.length() || isSpace(text.charAt(at))) {
				if (at > from) {
					word(text.substring(from, at));
				}
				space |= at < text.length();
				from = at + 1;
			}
		}
	}

	/** Ends the line, if anything is in it. */
	void newLine() {
		if (!line.isEmpty()) {
			lines.add(line.toString().replace('\u00a0', ' ').stripTrailing());
			line.setLength(0);
		}
		space = false;
	}

	/** Ends the line; what follows has an empty line before it. */
	void apart() {
		newLine();
		apart = true;
	}

	/** How far the following lines are indented. */
	void indent(int characters) {
		indent = characters;
	}

	/** What stands before the next word, in the indentation: the sign of an item. */
	void mark(String sign) {
		mark = sign;
	}

	/** All lines. */
	List<String> end() {
		newLine();
		return List.copyOf(lines);
	}

	private void word(String word) {
		if (!line.isEmpty() && space && line.length() + 1 + word.length() > width) {
			newLine();
		}
		if (line.isEmpty()) {
			begin();
		} else if (space) {
			line.append(' ');
		}
		line.append(word);
		space = false;
	}

	private void begin() {
		if (apart && !lines.isEmpty()) {
			lines.add("");
		}
		apart = false;
		line.append(" ".repeat(Math.max(0, indent - mark.length()))).append(mark);
		mark = "";
	}

	private static boolean isSpace(char c) {
		return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f';
	}
}
