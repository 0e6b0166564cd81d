package org.certbench.cli;

/**
 * Which card signs.
 *
 * @param provider id of a card provider; empty for the first that has a card
 * @param reader   name of a reader, or its beginning; empty for the first with a card
 */
public record CardChoice(String provider, String reader) {

	/** The first card that is found. */
	public static final CardChoice ANY = new CardChoice("", "");

	/** Reads {@code PROVIDER} or {@code PROVIDER:READER}. */
	public static CardChoice parse(String text) {
		int colon = text.indexOf(':');
		return colon < 0 ? new CardChoice(text.strip(), "")
				: new CardChoice(text.substring(0, colon).strip(), text.substring(colon + 1).strip());
	}

	/** Whether a provider comes into question. */
	public boolean allowsProvider(String id) {
		return provider.isEmpty() || provider.equals(id);
	}

	/** Whether a reader comes into question. */
	public boolean allowsReader(String name) {
		return name.startsWith(reader);
	}
}
