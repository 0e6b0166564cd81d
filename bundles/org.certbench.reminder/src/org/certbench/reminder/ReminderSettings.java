package org.certbench.reminder;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.certbench.mail.MailServer;

/**
 * When, whom and how to remind. Nothing in it is secret: the password of the mail server is kept apart.
 *
 * @param server     that takes the mails, or null where none is set up
 * @param from       the sender's address, or empty
 * @param addressees who is reminded by mail
 * @param thresholds days before the expiry at which to remind, the largest first
 */
public record ReminderSettings(MailServer server, String from, List<Addressee> addressees, List<Integer> thresholds) {

	/** What counts until somebody sets something: in the workbench, from three months before the expiry on (M20). */
	public static final ReminderSettings DEFAULT = new ReminderSettings(null, "", List.of(), List.of(90, 60, 30, 14, 7, 1));

	private static final int LARGEST = 999;

	/** @throws IllegalArgumentException where there is no threshold, or one that is not from 1 to 999 */
	public ReminderSettings {
		addressees = List.copyOf(addressees);
		thresholds = thresholds.stream().distinct().sorted(Comparator.reverseOrder()).toList();
		if (thresholds.isEmpty() || thresholds.getFirst() > LARGEST || thresholds.getLast() < 1) {
			throw new IllegalArgumentException("not days before an expiry: " + thresholds);
		}
	}

	/** The server, where one is set up. */
	public Optional<MailServer> mailServer() {
		return Optional.ofNullable(server);
	}

	/** Whether all is there that a mail needs. */
	public boolean sendsMails() {
		return server != null && !from.isEmpty() && !addressees.isEmpty();
	}

	/** The same, for other people. */
	public ReminderSettings with(List<Addressee> others) {
		return new ReminderSettings(server, from, others, thresholds);
	}
}
