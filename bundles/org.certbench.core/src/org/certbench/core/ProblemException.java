package org.certbench.core;

import java.io.IOException;
import java.nio.file.Path;

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

	/**
	 * In the words of a family's own texts, which both have the same arguments.
	 *
	 * @param kind    the family
	 * @param problem id of a page of the problem catalogue
	 * @param texts   that have {@code KEY.message} and {@code KEY.remedy}
	 * @param cause   or null
	 */
	protected ProblemException(FailureKind kind, String problem, Texts texts, String key, Throwable cause,
			Object... arguments) {
		this(kind, problem, texts.get(key + ".message", arguments), texts.get(key + ".remedy", arguments), cause);
	}

	/**
	 * What the disk did: {@code {0}} in the family's texts is the file, {@code {1}} what is wrong, and {@code {2}}
	 * what to do about it.
	 *
	 * @param kind  the family
	 * @param texts that have {@code KEY.message} and {@code KEY.remedy}
	 * @param file  as the texts name it: its path or its name
	 * @param cause or null
	 */
	protected ProblemException(FailureKind kind, DiskFault fault, Texts texts, String key, Path file, IOException cause) {
		this(kind, fault.problem(), texts, key, cause, file, fault.words(), fault.remedy());
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
