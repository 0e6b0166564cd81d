package org.certbench.core;

import java.util.Arrays;

/**
 * A PIN or a password, for as short as it is needed. It is never a String, prints as stars, and
 * is overwritten by {@link #close()}. Not safe for use by several threads at once.
 */
public final class Secret implements AutoCloseable {

	private final char[] characters;
	private boolean cleared;

	private Secret(char[] characters) {
		this.characters = characters;
	}

	/** Takes the array over: the caller must not use it any more, and it is cleared on close. */
	public static Secret taking(char[] characters) {
		return new Secret(characters);
	}

	/** A copy with a life of its own. */
	public Secret copy() {
		return new Secret(characters().clone());
	}

	/**
	 * The characters themselves, not a copy: to be read at once and not to be kept.
	 *
	 * @throws IllegalStateException after {@link #close()}
	 */
	public char[] characters() {
		if (cleared) {
			throw new IllegalStateException("this secret was cleared");
		}
		return characters;
	}

	public boolean isEmpty() {
		return characters().length == 0;
	}

	/** Whether both have the same characters. */
	public boolean sameAs(Secret other) {
		return Arrays.equals(characters(), other.characters());
	}

	/** Overwrites the characters. */
	@Override
	public void close() {
		Arrays.fill(characters, '\0');
		cleared = true;
	}

	@Override
	public String toString() {
		return "***";
	}
}
