package org.certbench.flow.revoke.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.certbench.core.Texts;
import org.certbench.flow.Choice;
import org.certbench.flow.Choice.Option;
import org.certbench.flow.FlowSession;

/** By which way a certificate is revoked: the service's, or a form where service or eID are not to be had (M30). */
enum Way {
	/** Over the service, signed with the eID: done at once. */
	SERVICE,
	/** By a form that the eID signs, sent by mail. */
	FORM,
	/** By a form that is signed by hand, without any card. */
	PAPER;

	private static final Texts TEXTS = Texts.of(Way.class);

	/** The choice between them, which is the option {@code --by}. */
	static Choice choice() {
		return new Choice("by", TEXTS.get("by.title"), TEXTS.get("by.explanation"),
				Arrays.stream(values()).map(Way::option).toList(), SERVICE.word(), false);
	}

	/** The chosen one; the service's before anything is chosen. */
	static Way of(FlowSession session) {
		return session.get(choice().answer()).flatMap(Way::named).orElse(SERVICE);
	}

	private static Optional<Way> named(String word) {
		return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
	}

	private Option option() {
		return new Option(word(), TEXTS.get("by." + word()), TEXTS.get("by." + word() + ".explanation"));
	}

	private String word() {
		return name().toLowerCase(Locale.ROOT);
	}
}
