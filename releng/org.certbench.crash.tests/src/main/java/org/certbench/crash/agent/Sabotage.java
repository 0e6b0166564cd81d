package org.certbench.crash.agent;

/** A rule that is broken on purpose, to see that the harness finds out. */
enum Sabotage {

	/** Everything is as it is. */
	NONE(""),
	/** What is moved over an older file is written into it instead. */
	IN_PLACE("moveInPlace"),
	/** A new keystore comes to the disk only when the next answer of the service has come. */
	SEND_FIRST("moveAfterNextAnswer"),
	/** What is written beside a file, to be moved into its place, is not forced to disk. */
	FILE_NOT_FORCED("leaveUnforced"),
	/** A folder in which something was made or moved is not forced to disk. */
	FOLDER_NOT_FORCED("leaveUnforced");

	private final String instead;

	Sabotage(String instead) {
		this.instead = instead;
	}

	/** The method of the runtime that breaks it. */
	String instead() {
		return instead;
	}

	/** The one that the harness asked for, by the system property {@code crash.sabotage}. */
	static Sabotage chosen() {
		return valueOf(System.getProperty("crash.sabotage", NONE.name()));
	}
}
