package org.certbench.core;

/**
 * A number with its type, as in {@code SSIN=…} or {@code NIHII-HOSPITAL=…}. It may be of a type
 * that nobody here has heard of, and it may be wrong: {@link #isPlausible()} tells.
 *
 * @param type  the bare type name
 * @param value the number, digits only for every known type
 */
public record Identifier(String type, String value) {

	public Identifier {
		if (type.isBlank() || value.isBlank()) {
			throw new IllegalArgumentException("an identifier has a type and a value");
		}
	}

	/** A natural person's identifier. */
	public static Identifier ssin(String value) {
		return new Identifier(IdentifierType.SSIN.code(), value);
	}

	/**
	 * Reads {@code TYPE=ID}.
	 *
	 * @throws IllegalArgumentException where the text is not of that form
	 */
	public static Identifier parse(String text) {
		int equals = text.indexOf('=');
		if (equals < 1 || equals == text.length() - 1) {
			throw new IllegalArgumentException("not of the form TYPE=ID: " + text);
		}
		return new Identifier(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
	}

	/** Whether it is a natural person's; every other type is an organisation's. */
	public boolean isPerson() {
		return type.equals(IdentifierType.SSIN.code());
	}

	/** False only where the type is known and the number of digits or the check digits are wrong. */
	public boolean isPlausible() {
		return IdentifierType.of(type).map(known -> known.accepts(value)).orElse(true);
	}

	/** {@code TYPE=ID}, as in names of files and subjects. */
	@Override
	public String toString() {
		return type + "=" + value;
	}
}
