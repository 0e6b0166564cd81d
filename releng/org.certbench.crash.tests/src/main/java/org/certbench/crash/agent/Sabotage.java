package org.certbench.crash.agent;

/** A rule that is broken on purpose, to see that the harness finds out. */
enum Sabotage {

	/** Everything is as it is. */
	NONE,
	/** What is moved over an older file is written into it instead. */
	IN_PLACE,
	/** A new keystore comes to the disk only when the next answer of the service has come. */
	SEND_FIRST;

	/** The one that the harness asked for, by the system property {@code crash.sabotage}. */
	static Sabotage chosen() {
		return valueOf(System.getProperty("crash.sabotage", NONE.name()));
	}
}
