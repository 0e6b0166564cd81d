package org.certbench.flow;

import org.certbench.core.Texts;

/**
 * A step of one of the standard kinds, whose texts are those of its kind:
 * {@code <kind>.title}, {@code <kind>.explanation}, {@code <kind>.missing.<answer>}.
 */
abstract class StandardStep implements Step {

	static final Texts TEXTS = Texts.of(StandardStep.class);

	private final StepKind kind;

	StandardStep(StepKind kind) {
		this.kind = kind;
	}

	@Override
	public String id() {
		return kind.id();
	}

	@Override
	public final StepKind kind() {
		return kind;
	}

	@Override
	public String title() {
		return TEXTS.get(kind.id() + ".title");
	}

	@Override
	public String explanation() {
		return TEXTS.get(kind.id() + ".explanation");
	}

	/** An answer that is not given yet. */
	static AnswerProblem missing(Answer<?> answer) {
		return new AnswerProblem(answer, TEXTS.get("missing." + answer.id()), true);
	}

	/** An answer that is wrong. */
	static AnswerProblem wrong(Answer<?> answer, String text) {
		return new AnswerProblem(answer, TEXTS.get(text), false);
	}
}
