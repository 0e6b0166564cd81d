package org.certbench.flow;

import java.util.List;

import org.certbench.core.Progress;

/** Asks a {@link Choice}; the answer is the value of the chosen option. */
public final class ChoiceStep extends StandardStep {

	private final Choice choice;

	public ChoiceStep(Choice choice) {
		super(StepKind.CHOICE);
		this.choice = choice;
	}

	/** What is asked. */
	public Choice choice() {
		return choice;
	}

	@Override
	public String id() {
		return choice.id();
	}

	@Override
	public String title() {
		return choice.title();
	}

	@Override
	public String explanation() {
		return choice.explanation();
	}

	@Override
	public void enter(FlowSession session, Progress progress) {
		if (session.get(choice.answer()).isEmpty() && choice.option(choice.preselected()).isPresent()) {
			session.put(choice.answer(), choice.preselected());
		}
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		var chosen = session.get(choice.answer()).orElse("");
		if (chosen.isEmpty()) {
			return List.of(new AnswerProblem(choice.answer(), TEXTS.get("choice.missing", choice.title()), true));
		}
		return choice.option(chosen).isPresent() ? List.of()
				: List.of(new AnswerProblem(choice.answer(),
						TEXTS.get("choice.wrong", choice.title(), chosen, choice.values()), false));
	}
}
