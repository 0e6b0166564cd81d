package org.certbench.flow;

import java.util.List;

/** Shows the terms of use; one cannot go on before they were shown and accepted (M03). */
public final class TermsStep extends StandardStep {

	private final String html;

	/** @param html the terms, an HTML document */
	public TermsStep(String html) {
		super(StepKind.TERMS);
		this.html = html;
	}

	/** The terms, an HTML document. */
	public String html() {
		return html;
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		return session.get(Answer.TERMS_ACCEPTED).orElse(false) ? List.of()
				: List.of(missing(Answer.TERMS_ACCEPTED));
	}
}
