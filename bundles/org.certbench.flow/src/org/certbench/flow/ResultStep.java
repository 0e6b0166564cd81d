package org.certbench.flow;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.certbench.core.Progress;

/** Shows what was made, where it lies, and what comes next. The last step of every flow. */
public final class ResultStep extends StandardStep {

	/**
	 * The result.
	 *
	 * @param summary what was made, where it lies, what happens next and when
	 * @param file    the keystore, or null
	 * @param made    other files that were made, in order
	 */
	public record Result(Summary summary, Path file, List<Path> made) {

		public Result {
			made = List.copyOf(made);
		}

		/** A result without other files. */
		public Result(Summary summary, Path file) {
			this(summary, file, List.of());
		}

		/** The keystore, where there is one. */
		public Optional<Path> keystore() {
			return Optional.ofNullable(file);
		}
	}

	private final Function<FlowSession, Result> result;
	private volatile Result shown;

	public ResultStep(Function<FlowSession, Result> result) {
		super(StepKind.RESULT);
		this.result = result;
	}

	@Override
	public void enter(FlowSession session, Progress progress) {
		shown = result.apply(session);
	}

	/** The result; nothing before the step was entered. */
	public Optional<Result> result() {
		return Optional.ofNullable(shown);
	}
}
