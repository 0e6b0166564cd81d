package org.certbench.ui.wizard.internal.html;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.certbench.ui.wizard.internal.html.RichText.Line;
import org.certbench.ui.wizard.internal.html.RichText.Span;
import org.certbench.ui.wizard.internal.html.RichText.Style;

/**
 * Puts a {@link RichText} together. White space is folded as in HTML, and new lines are written only
 * when something follows them, so that none are left over at the end.
 */
final class RichTextBuilder {

	private static final String BULLET = "•" + RichText.AFTER_MARK;

	/** A list that is under way; the count is -1 where its items are not numbered. */
	private static final class ItemList {
		private int count;

		ItemList(boolean numbered) {
			count = numbered ? 0 : -1;
		}

		String mark() {
			return count < 0 ? BULLET : ++count + "." + RichText.AFTER_MARK;
		}
	}

	private final StringBuilder text = new StringBuilder();
	private final List<Span> spans = new ArrayList<>();
	private final List<Line> lines = new ArrayList<>();
	private final Set<Style> styles = EnumSet.noneOf(Style.class);
	private final Deque<ItemList> lists = new ArrayDeque<>();
	private URI target;
	private int indent;
	private int number;
	/** New lines that are due before the next character. */
	private int due;
	private boolean spaceDue;
	/** What follows a heading stands close to it. */
	private boolean afterHeading;
	/** The mark of a list that is due before the next character, or empty. */
	private String mark = "";

	void style(Style style, boolean on) {
		if (on) {
			styles.add(style);
		} else {
			styles.remove(style);
		}
	}

	/** What follows leads somewhere; null for nowhere. */
	void link(URI leadsTo) {
		target = leadsTo;
	}

	void newLine() {
		newLines(1);
	}

	void newParagraph() {
		// Lists are tight, and the first paragraph of an item stays beside its mark.
		newLines(lists.isEmpty() ? 2 : 1);
	}

	void endHeading() {
		newLines(1);
		afterHeading = true;
	}

	private void newLines(int count) {
		due = Math.max(due, afterHeading ? 1 : count);
		spaceDue = false;
	}

	/** Parts two cells of a line. */
	void separate() {
		if (due == 0 && !text.isEmpty()) {
			append("\u00a0 ");
		}
	}

	void indent(int by) {
		indent += by;
	}

	void beginList(boolean numbered) {
		newLines(lists.isEmpty() ? 2 : 1);
		lists.push(new ItemList(numbered));
		indent++;
	}

	void endList() {
		if (!lists.isEmpty()) {
			lists.pop();
			indent--;
		}
		newLines(lists.isEmpty() ? 2 : 1);
	}

	void beginItem() {
		newLine();
		mark = lists.isEmpty() ? BULLET : lists.peek().mark();
	}

	void append(String characters) {
		for (String word : characters.split("(?<=[ \t\r\n\f])|(?=[ \t\r\n\f])")) {
			if (word.isEmpty()) {
				continue;
			}
			if (word.isBlank() && word.indexOf('\u00a0') < 0) {
				spaceDue = due == 0 && !text.isEmpty();
			} else {
				write(word);
			}
		}
	}

	RichText build() {
		return new RichText(text.toString(), spans, lines);
	}

	private void write(String word) {
		boolean first = text.isEmpty();
		if (due > 0 || first) {
			startLine(first ? 0 : due);
		}
		if (spaceDue) {
			write(" ", word);
		} else {
			write("", word);
		}
		spaceDue = false;
		afterHeading = false;
		due = 0;
	}

	private void write(String space, String word) {
		int start = text.length();
		text.append(space).append(word);
		if (styles.isEmpty() && target == null) {
			return;
		}
		var last = spans.isEmpty() ? null : spans.getLast();
		if (last != null && last.start() + last.length() == start && last.styles().equals(styles)
				&& last.link().equals(Optional.ofNullable(target))) {
			spans.set(spans.size() - 1, new Span(last.start(), text.length() - last.start(), styles, target));
		} else {
			spans.add(new Span(start + space.length(), word.length(), styles, target));
		}
	}

	private void startLine(int newLines) {
		text.append("\n".repeat(newLines));
		number += newLines;
		if (indent > 0) {
			lines.add(new Line(number, indent, !mark.isEmpty()));
		}
		text.append(mark);
		mark = "";
	}
}
