package org.certbench.ui.wizard.internal.html;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text with its looks: what is left of a simple HTML document when it is shown in a text widget.
 *
 * @param text  the characters, one line per paragraph
 * @param spans which of them look otherwise than plain
 * @param lines how lines are indented; those that are not named are not
 */
public record RichText(String text, List<Span> spans, List<Line> lines) {

	/** Stands between the mark of a list and its text. */
	public static final char AFTER_MARK = '\u00a0';

	public RichText {
		spans = List.copyOf(spans);
		lines = List.copyOf(lines);
	}

	/** How a stretch of text looks. */
	public enum Style {
		TITLE, HEADING, BOLD, ITALIC
	}

	/**
	 * A stretch of text.
	 *
	 * @param target where it leads, or null
	 */
	public record Span(int start, int length, Set<Style> styles, URI target) {

		public Span {
			styles = Set.copyOf(styles);
		}

		/** Where it leads, where it is a link. */
		public Optional<URI> link() {
			return Optional.ofNullable(target);
		}
	}

	/**
	 * How a line is indented.
	 *
	 * @param number from 0
	 * @param depth  how often
	 * @param item   whether it begins with the mark of a list
	 */
	public record Line(int number, int depth, boolean item) {
	}
}
