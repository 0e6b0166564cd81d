package org.certbench.ehealth.simulator;

import java.time.Instant;
import java.util.List;

import org.certbench.core.KeyIdentifier;

/**
 * A mail that eHealth would have sent to a manager. Nothing is really sent.
 *
 * @param number  counts from 1
 * @param sent    when
 * @param to      the addresses of the request's contact data
 * @param occasion why
 * @param subject in the language of the simulator's process, as the text
 * @param text    plain text
 * @param key     of the request it is about
 */
public record Mail(int number, Instant sent, List<String> to, Occasion occasion, String subject, String text,
		KeyIdentifier key) {

	public Mail {
		to = List.copyOf(to);
	}

	/** Why a mail is sent. */
	public enum Occasion {
		/** A request was received and accepted. */
		ACCEPTED,
		/** A request was refused. */
		REFUSED,
		/** A certificate was issued: the request can be completed. */
		PRODUCED,
		/** A certificate entered its replacement period (M20). */
		EXPIRING
	}
}
