package org.certbench.flow;

import java.util.Optional;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/**
 * Shows all of what is about to be signed, and signs it (M08, M09). Entering prepares the
 * summary; performing signs, which asks for the PIN.
 */
public final class SummaryStep extends StandardStep {

	/** Prepares the summary. */
	@FunctionalInterface
	public interface Preparation {
		Summary prepare(FlowSession session, Progress progress) throws ProblemException;
	}

	private final Preparation preparation;
	private final WorkStep.Work signature;
	private volatile Summary summary;

	public SummaryStep(Preparation preparation, WorkStep.Work signature) {
		super(StepKind.SUMMARY);
		this.preparation = preparation;
		this.signature = signature;
	}

	@Override
	public Optional<String> action() {
		return Optional.of(TEXTS.get("summary.action"));
	}

	@Override
	public boolean isPointOfNoReturn() {
		return true;
	}

	@Override
	public void enter(FlowSession session, Progress progress) throws ProblemException {
		summary = preparation.prepare(session, progress);
	}

	/** What is shown; nothing before the step was entered. */
	public Optional<Summary> summary() {
		return Optional.ofNullable(summary);
	}

	@Override
	public void perform(FlowSession session, Progress progress) throws ProblemException {
		signature.run(session, progress);
	}
}
