package org.certbench.reminder;

import java.util.Optional;

import org.certbench.mail.MailException;

/**
 * How it went with a letter.
 *
 * @param letter  which
 * @param failure why it was not sent, or null
 */
public record Sending(Letter letter, MailException failure) {

	/** Why the letter was not sent: nothing of it is noted as told. */
	public Optional<MailException> reason() {
		return Optional.ofNullable(failure);
	}
}
