package org.certbench.cli;

import org.certbench.core.ProblemException;

/**
 * A command of {@code certbench}, contributed to the extension point
 * {@code org.certbench.cli.commands}; made by its no-argument constructor each time it is called.
 * Its options are fields with picocli's annotations, filled before it runs; their descriptions are
 * in the {@code messages.properties} beside the class, under {@code certbench.<command>.<option>}.
 * The options of every command, such as {@code --json}, are in the {@link CliContext}.
 */
@FunctionalInterface
public interface CliCommand {

	/** The exit code of a command that is done and has nothing to report. */
	int DONE = 0;

	/** The exit code of a command that found something that needs action. */
	int NEEDS_ACTION = 1;

	/**
	 * Runs, in the main thread, until all is done.
	 *
	 * @return the exit code: {@link #DONE}, {@link #NEEDS_ACTION}, or that of a failure which the
	 *         answer itself tells
	 * @throws ProblemException for what can go wrong; its kind is the exit code
	 * @throws UsageException   where the arguments are not right
	 */
	int run(CliContext context) throws ProblemException, UsageException;
}
