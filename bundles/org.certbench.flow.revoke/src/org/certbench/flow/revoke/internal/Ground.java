package org.certbench.flow.revoke.internal;

import java.util.Arrays;

import org.certbench.authority.RevocationOffice.Reason;
import org.certbench.core.Texts;
import org.certbench.flow.Choice;
import org.certbench.flow.Choice.Option;
import org.certbench.flow.FlowSession;

/**
 * Why a certificate is revoked, as the manuals name it (M30). The service knows four reasons only.
 */
enum Ground {
	KEY_COMPROMISE("key-compromise", Reason.KEY_COMPROMISE),
	/**
	 * The service has no word for it. Nobody else has the key, so it is not compromised; a new
	 * certificate takes its place, which is what {@code superseded} means (RFC 5280, section 5.3.1).
	 */
	PASSWORD_FORGOTTEN("password-forgotten", Reason.SUPERSEDED),
	AFFILIATION_CHANGED("affiliation-changed", Reason.AFFILIATION_CHANGED),
	SUPERSEDED("superseded", Reason.SUPERSEDED),
	CESSATION("cessation", Reason.CESSATION_OF_OPERATION);

	private static final Texts TEXTS = Texts.of(Ground.class);

	private final String word;
	private final Reason reason;

	Ground(String word, Reason reason) {
		this.word = word;
		this.reason = reason;
	}

	/** The choice between them, which is the option {@code --reason}. */
	static Choice choice() {
		return new Choice("reason", TEXTS.get("reason.title"), TEXTS.get("reason.explanation"),
				Arrays.stream(values())
						.map(ground -> new Option(ground.word, ground.title(), TEXTS.get("reason." + ground.word + ".explanation")))
						.toList());
	}

	/** The chosen one. */
	static Ground of(FlowSession session) {
		var chosen = session.require(choice().answer());
		return Arrays.stream(values()).filter(ground -> ground.word.equals(chosen)).findFirst().orElseThrow();
	}

	/** How the option and the form's texts call it. */
	String word() {
		return word;
	}

	/** The reason that the service is told. */
	Reason reason() {
		return reason;
	}

	/** For people, a few words. */
	String title() {
		return TEXTS.get("reason." + word);
	}
}
