package org.certbench.mail;

import java.util.Locale;

import org.certbench.core.FailureKind;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** A mail was not sent; nothing was handed over, or the server did not take it. */
public final class MailException extends ProblemException {

	private static final long serialVersionUID = 1L;
	private static final Texts TEXTS = Texts.of(MailException.class);

	private final Reason reason;

	/** Why. */
	public enum Reason {
		/** Nobody knows the server's name. */
		SERVER_UNKNOWN("mail-server-not-reached"),
		/** Nobody listens there. */
		NOT_REACHED("mail-server-not-reached"),
		/** The server is silent. */
		TIMEOUT("mail-server-not-reached"),
		/** Its certificate is not trusted, or is for another name. */
		UNTRUSTED("mail-server-untrusted"),
		/** It cannot encrypt, and encryption was asked for. */
		NOT_ENCRYPTED("mail-server-untrusted"),
		/** User and password do not fit. */
		LOGIN_REFUSED("mail-login-refused"),
		/** An address is none. */
		ADDRESS_MALFORMED("mail-address-refused"),
		/** It does not take this mail, or not for these recipients. */
		MAIL_REFUSED("mail-address-refused"),
		/** Something else; the server's own words are in the message. */
		OTHER("mail-not-sent");

		private final String problem;

		Reason(String problem) {
			this.problem = problem;
		}
	}

	/**
	 * @param subject what it is about: the server, or the address
	 * @param answer  the words of the server or of the library, for the reasons that show them
	 * @param cause   or null
	 */
	public MailException(Reason reason, String subject, String answer, Throwable cause) {
		super(FailureKind.NETWORK, reason.problem, TEXTS, key(reason), cause, subject, answer);
		this.reason = reason;
	}

	public Reason reason() {
		return reason;
	}

	/** Whether another mail to the same server would fail as well. */
	public boolean concernsServer() {
		return reason != Reason.ADDRESS_MALFORMED && reason != Reason.MAIL_REFUSED;
	}

	private static String key(Reason reason) {
		return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
