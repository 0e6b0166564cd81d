package org.certbench.reminder;

import java.util.List;

import org.certbench.mail.Mail;

/**
 * A mail that reminds somebody.
 *
 * @param to        whom
 * @param mail      as it is sent, in the language of this person
 * @param reminders what it is about, the most urgent first
 */
public record Letter(Addressee to, Mail mail, List<Reminder> reminders) {

	public Letter {
		reminders = List.copyOf(reminders);
	}
}
