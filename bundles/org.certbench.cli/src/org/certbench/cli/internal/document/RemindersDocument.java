package org.certbench.cli.internal.document;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.certbench.core.Holder;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.reminder.Letter;
import org.certbench.reminder.Reminder;
import org.certbench.reminder.Sending;

/**
 * Who was reminded of what.
 *
 * @param dryRun  whether nothing was to be sent
 * @param letters that were due
 */
public record RemindersDocument(boolean dryRun, List<LetterDocument> letters) {

	/**
	 * A mail.
	 *
	 * @param to           the address
	 * @param language     {@code fr}, {@code nl}, {@code de} or {@code en}
	 * @param subject      in that language
	 * @param text         in that language
	 * @param sent         whether the server took it
	 * @param error        why it was not sent, or null
	 * @param certificates what it is about
	 */
	public record LetterDocument(String to, String language, String subject, String text, boolean sent, ErrorDocument error,
			List<ReminderDocument> certificates) {
	}

	/**
	 * A certificate that expires soon.
	 *
	 * @param file       the keystore
	 * @param holder     or null
	 * @param holderName or null
	 * @param notAfter   the last moment
	 * @param daysLeft   whole days until then
	 * @param threshold  the number of days that was reached
	 */
	public record ReminderDocument(Path file, String holder, String holderName, Instant notAfter, long daysLeft,
			int threshold) {
	}

	/** What would be sent. */
	public static RemindersDocument ofLetters(List<Letter> letters) {
		return new RemindersDocument(true, letters.stream().map(letter -> document(letter, false, null)).toList());
	}

	/** What was sent, or not. */
	public static RemindersDocument ofSendings(List<Sending> sendings) {
		return new RemindersDocument(false, sendings.stream().map(each -> document(each.letter(), each.reason().isEmpty(),
				each.reason().map(ErrorDocument::of).orElse(null))).toList());
	}

	private static LetterDocument document(Letter letter, boolean sent, ErrorDocument error) {
		return new LetterDocument(letter.to().address(), letter.to().language().id(), letter.mail().subject(),
				letter.mail().text(), sent, error, letter.reminders().stream().map(RemindersDocument::document).toList());
	}

	private static ReminderDocument document(Reminder reminder) {
		var life = reminder.certificate();
		return new ReminderDocument(life.file(), life.knownHolder().map(Holder::toString).orElse(null),
				life.holderName().isEmpty() ? null : life.holderName(), life.dates().map(Validity::notAfter).orElse(null),
				reminder.daysLeft(), reminder.threshold());
	}
}
