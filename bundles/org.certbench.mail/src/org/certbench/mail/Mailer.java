package org.certbench.mail;

import org.certbench.core.Secret;

/** Writes mails and sends them: a service. Thread-safe. */
public interface Mailer {

	/**
	 * The mail as a file (RFC 5322) that a mail program opens as a draft, ready to be sent.
	 *
	 * @throws MailException where an address is none
	 */
	byte[] draft(Mail mail) throws MailException;

	/**
	 * Hands a mail over to a server. Returns when the server has taken it for every recipient; waits
	 * for the network, at most a minute or so where the server is silent.
	 *
	 * @param password of the server's user; empty where it has none. Not cleared here; the mail
	 *                 library takes it as a String, which lives as long as the connection
	 */
	void send(Mail mail, MailServer server, Secret password) throws MailException;
}
