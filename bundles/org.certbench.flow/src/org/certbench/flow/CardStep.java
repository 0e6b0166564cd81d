package org.certbench.flow;

import java.util.List;

/**
 * Asks for the eID that will sign (M04). The page or the command line looks for cards with the
 * card providers of the session and answers {@link Answer#CARD}.
 */
public final class CardStep extends StandardStep {

	public CardStep() {
		super(StepKind.CARD);
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		return session.get(Answer.CARD).isPresent() ? List.of() : List.of(missing(Answer.CARD));
	}
}
