package org.certbench.reminder;

import java.util.List;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.inventory.CertificateLife;

/**
 * Reminds of certificates that expire soon, once for each certificate and threshold: in the workbench,
 * and each addressee by mail (M20). A service. What was told is kept in the product's data folder.
 * Thread-safe.
 *
 * <p>
 * Only the smallest threshold that was reached counts, so that whoever begins late is not told six times.
 * A certificate that is over, was replaced or cannot be read is nothing to be reminded of, and copies of
 * a keystore are one certificate.
 */
public interface Reminders {

	/** What the workbench has not told yet, the most urgent first. */
	List<Reminder> forWorkbench(List<CertificateLife> certificates) throws ReminderFileException;

	/** Notes that the person has seen these in the workbench. */
	void seen(List<Reminder> reminders) throws ReminderFileException;

	/** The letters that are due, one for each addressee who was not told of something yet. Nothing is sent. */
	List<Letter> letters(List<CertificateLife> certificates, ReminderSettings settings) throws ReminderFileException;

	/**
	 * Sends the letters that are due. Each is noted as told when the server has taken it, and not before.
	 * Where something is wrong with the server, the others are not tried. While another process sends,
	 * this one waits for it.
	 *
	 * @param settings those of {@link ReminderSettings#sendsMails()}
	 * @param password of the server's user, or empty; not cleared here
	 * @return how it went with each letter
	 */
	List<Sending> send(List<CertificateLife> certificates, ReminderSettings settings, Secret password, Progress progress)
			throws ProblemException;

	/**
	 * Sends every addressee a mail that says that the reminders will arrive. Where it is cancelled, a mail
	 * under way may still arrive.
	 *
	 * @param settings those of {@link ReminderSettings#sendsMails()}
	 * @param password of the server's user, or empty; not cleared here
	 */
	void sendTest(ReminderSettings settings, Secret password, Progress progress) throws ProblemException;
}
