package org.certbench.core;

/**
 * A failure that a person can do something about. Its type tells the kind, its message what
 * happened (naming the file, the holder or the step, never a secret), its remedy what to do, and
 * its problem id the page of the guide. All texts are in the user's language.
 */
public abstract class ProblemException extends Exception {

	private static final long serialVersionUID = 1L;

	private final FailureKind kind;
	private final String problem;
	private final String remedy;

	/**
	 * @param kind    the family
	 * @param problem id of a page of the problem catalogue
	 * @param message what happened, one sentence
	 * @param remedy  what to do, one sentence
	 * @param cause   or null
	 */
	protected ProblemException(FailureKind kind, String problem, String message, String remedy, Throwable cause) {
		super(message, cause);
		this.kind = kind;
		this.problem = problem;
		this.remedy = remedy;
	}

	public FailureKind kind() {
		return kind;
	}

	/** Id of a page of the problem catalogue. */
	public String problem() {
		return problem;
	}

	/** What the person can do. */
	public String remedy() {
		return remedy;
	}
}
