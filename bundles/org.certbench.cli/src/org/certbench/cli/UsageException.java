package org.certbench.cli;

/** The command was called wrongly: exit code 2, with a word on what is wrong and one on what to do. */
public class UsageException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String remedy;

	/**
	 * @param message what is wrong, one sentence in the user's language
	 * @param remedy  what to do, one sentence in the user's language
	 */
	public UsageException(String message, String remedy) {
		super(message);
		this.remedy = remedy;
	}

	/** What to do. */
	public String remedy() {
		return remedy;
	}
}
