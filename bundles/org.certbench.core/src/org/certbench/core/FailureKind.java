package org.certbench.core;

/** The families of failures, as the command line tells them apart by its exit codes. */
public enum FailureKind {
	/** Not yet: try again later, nothing is lost. */
	NOT_YET(3),
	/** The authority said no. */
	REFUSED(4),
	/** The card, its reader or the PIN. */
	CARD(5),
	/** A keystore: wrong password, unreadable, not writable. */
	KEYSTORE(6),
	/** The service cannot be reached, or what answered is not the service. */
	NETWORK(7),
	/** The person stopped it. */
	CANCELLED(8);

	private final int exitCode;

	FailureKind(int exitCode) {
		this.exitCode = exitCode;
	}

	/** The exit code of the command line. */
	public int exitCode() {
		return exitCode;
	}
}
