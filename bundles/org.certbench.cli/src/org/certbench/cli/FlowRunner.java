package org.certbench.cli;

import org.certbench.core.ProblemException;
import org.certbench.flow.FlowSession;
import org.certbench.flow.ResultStep;

/** Runs a flow from its first step to its result, with answers that are known beforehand. */
public interface FlowRunner {

	/**
	 * Runs an installed flow. What the answers leave open is asked on the terminal, where there is
	 * one.
	 *
	 * @param flow    its id
	 * @param session becomes the run's, which closes it
	 * @return its result
	 * @throws UsageException           where an answer is missing, or is not one that can be given
	 * @throws IllegalArgumentException where no installed flow has this id
	 */
	ResultStep.Result run(String flow, FlowSession session, FlowAnswers answers, FlowSecrets secrets)
			throws ProblemException, UsageException;
}
