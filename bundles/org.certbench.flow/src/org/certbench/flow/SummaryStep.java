package org.certbench.flow;

import java.util.List;
import java.util.Optional;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/**
 * Shows all of what is about to be signed, and signs it (M08, M09). Entering prepares the
 * summary; performing signs, which asks for the PIN. What cannot be undone has a warning, and must be
 * confirmed ({@link Answer#CONFIRMED}).
 */
public final class SummaryStep extends StandardStep {

	/** Prepares the summary. */
	@FunctionalInterface
	public interface Preparation {
		Summary prepare(FlowSession session, Progress progress) throws ProblemException;
	}

	/**
	 * What it says of itself.
	 *
	 * @param id           unique within the flow
	 * @param action       what the button says
	 * @param warning      what cannot be undone; empty where everything can
	 * @param confirmation what the person confirms then: "I want this."
	 */
	public record Wording(String id, String title, String explanation, String action, String warning,
			String confirmation) {

		private static Wording usual() {
			return new Wording("summary", TEXTS.get("summary.title"), TEXTS.get("summary.explanation"),
					TEXTS.get("summary.action"), "", "");
		}

		/** Whether it must be confirmed. */
		public boolean isFinal() {
			return !warning.isEmpty();
		}
	}

	private final Wording wording;
	private final Preparation preparation;
	private final WorkStep.Work signature;
	private volatile Summary summary;

	/** Signs something of which the summary says enough. */
	public SummaryStep(Preparation preparation, WorkStep.Work signature) {
		this(Wording.usual(), preparation, signature);
	}

	public SummaryStep(Wording wording, Preparation preparation, WorkStep.Work signature) {
		super(StepKind.SUMMARY);
		this.wording = wording;
		this.preparation = preparation;
		this.signature = signature;
	}

	/** What it says of itself. */
	public Wording wording() {
		return wording;
	}

	@Override
	public String id() {
		return wording.id();
	}

	@Override
	public String title() {
		return wording.title();
	}

	@Override
	public String explanation() {
		return wording.explanation();
	}

	@Override
	public Optional<String> action() {
		return Optional.of(wording.action());
	}

	@Override
	public boolean isPointOfNoReturn() {
		return true;
	}

	@Override
	public void enter(FlowSession session, Progress progress) throws ProblemException {
		session.remove(Answer.CONFIRMED);
		summary = preparation.prepare(session, progress);
	}

	/** What is shown; nothing before the step was entered. */
	public Optional<Summary> summary() {
		return Optional.ofNullable(summary);
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		return wording.isFinal() && !session.get(Answer.CONFIRMED).orElse(false) ? List.of(missing(Answer.CONFIRMED))
				: List.of();
	}

	@Override
	public void perform(FlowSession session, Progress progress) throws ProblemException {
		signature.run(session, progress);
	}
}
