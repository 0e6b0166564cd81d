package org.certbench.eid.pkcs11.internal;

import java.util.Optional;

/**
 * A slot of a PKCS#11 module, as it is at a moment: mostly a card reader.
 *
 * @param id          the module's own number for it
 * @param description the reader's name, as the module gives it
 * @param occupied    whether something is in it
 * @param token       what is in it, where the module can use it
 */
public record Slot(long id, String description, boolean occupied, Optional<Token> token) {

	/** The same under a name that tells by which module it is reached. */
	Slot by(String module) {
		return new Slot(id, "%s (%s)".formatted(description, module), occupied, token);
	}

	/** An empty one. */
	public static Slot empty(long id, String description) {
		return new Slot(id, description, false, Optional.empty());
	}

	/** One with a token. */
	public static Slot with(long id, String description, Token token) {
		return new Slot(id, description, true, Optional.of(token));
	}

	/** One with something that the module cannot use. */
	public static Slot withUnknown(long id, String description) {
		return new Slot(id, description, true, Optional.empty());
	}
}
