package org.certbench.cli;

import java.util.List;

import org.certbench.core.ProblemException;

/** What a command prints: text for people, or one JSON document for programs. */
public interface Output {

	/** Whether a JSON document is wanted, and no text. */
	boolean isJson();

	/** Whether people want only what they asked for. */
	boolean isQuiet();

	/**
	 * The answer of the command, given once.
	 *
	 * @param document becomes the JSON document; its field names are stable
	 * @param lines    the same for people
	 */
	void answer(Object document, List<String> lines);

	/**
	 * A file as the answer of the command, given once; not with {@code --json}.
	 *
	 * @param file its bytes, printed as they are
	 */
	void answer(byte[] file);

	/**
	 * A failure that does not end the command: its lines go to the standard error stream; with
	 * {@code --json} it is the answer that tells it.
	 */
	void failure(ProblemException failure);

	/** The same of a call that is wrong for a part of what was asked for. */
	void failure(UsageException failure);

	/** A remark for people; left out with {@code --quiet} and {@code --json}. */
	void remark(String line);
}
