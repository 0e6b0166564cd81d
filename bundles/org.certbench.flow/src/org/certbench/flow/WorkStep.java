package org.certbench.flow;

import java.util.Optional;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/** Does something that needs no question: sends, fetches, registers, activates. */
public final class WorkStep extends StandardStep {

	/** The work. */
	@FunctionalInterface
	public interface Work {
		void run(FlowSession session, Progress progress) throws ProblemException;
	}

	private final String id;
	private final String title;
	private final String explanation;
	private final String action;
	private final Work work;

	/**
	 * @param id     unique within the flow
	 * @param action what the button says: "Send the request"
	 */
	public WorkStep(String id, String title, String explanation, String action, Work work) {
		super(StepKind.WORK);
		this.id = id;
		this.title = title;
		this.explanation = explanation;
		this.action = action;
		this.work = work;
	}

	@Override
	public String id() {
		return id;
	}

	@Override
	public String title() {
		return title;
	}

	@Override
	public String explanation() {
		return explanation;
	}

	@Override
	public Optional<String> action() {
		return Optional.of(action);
	}

	@Override
	public boolean isPointOfNoReturn() {
		return true;
	}

	@Override
	public void perform(FlowSession session, Progress progress) throws ProblemException {
		work.run(session, progress);
	}
}
