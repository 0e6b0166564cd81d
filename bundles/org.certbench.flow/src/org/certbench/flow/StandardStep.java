package org.certbench.flow;

import java.util.function.Predicate;

import org.certbench.core.Texts;

/**
 * A step of one of the standard kinds, whose texts are those of its kind:
 * {@code <kind>.title}, {@code <kind>.explanation}, {@code <kind>.missing.<answer>}.
 */
abstract class StandardStep implements Step {

	static final Texts TEXTS = Texts.of(StandardStep.class);

	private final StepKind kind;
	private Predicate<FlowSession> condition = always -> true;

	StandardStep(StepKind kind) {
		this.kind = kind;
	}

	/** Leaves it out where the answers to the steps before it do not meet a condition. */
	public final Step onlyIf(Predicate<FlowSession> needed) {
		condition = needed;
		return this;
	}

	@Override
	public final boolean isNeeded(FlowSession session) {
		return condition.test(session);
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
