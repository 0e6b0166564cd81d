package org.certbench.core;

/**
 * Text that strangers wrote, such as the alias in a keystore, the name in a certificate or the name of a file,
 * for people to read: what would move the cursor, turn the line around or not be seen at all is shown as its
 * number instead. Stateless.
 */
public final class Visible {

	private Visible() {
	}

	/** One line, in which every character is seen. */
	public static String line(String text) {
		if (text.codePoints().allMatch(Visible::isSeen)) {
			return text;
		}
		var line = new StringBuilder();
		text.codePoints().forEach(character -> {
			if (isSeen(character)) {
				line.appendCodePoint(character);
			} else {
				line.append("\\u{%x}".formatted(character));
			}
		});
		return line.toString();
	}

	private static boolean isSeen(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
				false;
			default -> true;
		};
	}
}
