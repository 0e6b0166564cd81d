package org.certbench.mail;

/**
 * A server that takes mails, and how to speak to it.
 *
 * @param host       its name or address
 * @param port       1 to 65535
 * @param protection of the connection
 * @param user       whom to log in as; empty where the server asks nobody
 */
public record MailServer(String host, int port, Protection protection, String user) {

	/** How the connection is protected from others. */
	public enum Protection {
		/** Encrypted after the greeting (RFC 3207), or not used at all: usually port 587. */
		STARTTLS(587),
		/** Encrypted from the first byte (RFC 8314): usually port 465. */
		TLS(465),
		/** Not at all, for a server on this machine: usually port 25. */
		NONE(25);

		private final int usualPort;

		Protection(int usualPort) {
			this.usualPort = usualPort;
		}

		/** The port that servers use for it. */
		public int usualPort() {
			return usualPort;
		}
	}

	/** Whether the server wants to know who sends. */
	public boolean needsLogin() {
		return !user.isEmpty();
	}
}
