package org.certbench.flow;

import java.util.List;
import java.util.Optional;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/**
 * One step of a flow: a question, some work, or both. The order of calls is
 * {@link #enter} (prepares what is shown), {@link #check} (as often as one likes, while answers
 * are being given), {@link #perform} (does the work). Every text is in the user's language.
 *
 * <p>
 * {@code enter} and {@code perform} may take long and ask for a PIN: never in the UI thread. After
 * a failure both can be called again; doing so never makes a second key and never spends a PIN
 * try by itself.
 */
public interface Step {

	/** Unique within its flow, for the journal and for ids of widgets. */
	String id();

	/** Which page, prompt or option it takes. */
	StepKind kind();

	/** A few words, for the list of steps and the head of the page. */
	String title();

	/** What is asked or done here, and why: one or two sentences. */
	String explanation();

	/** What going on does, where it does something: "Sign with the eID". */
	default Optional<String> action() {
		return Optional.empty();
	}

	/**
	 * Whether it is to be done at all, after the answers to the steps before it; asked when one comes to
	 * it, and quick. The first and the last step of a flow always are.
	 */
	default boolean isNeeded(FlowSession session) {
		return true;
	}

	/** Whether going back before this step is impossible once it was performed. */
	default boolean isPointOfNoReturn() {
		return false;
	}

	/** Prepares what the step shows. */
	default void enter(FlowSession session, Progress progress) throws ProblemException {
		// most steps have nothing to prepare
	}

	/** What is still wrong with the answers; quick, for any thread. Empty where all is well. */
	default List<AnswerProblem> check(FlowSession session) {
		return List.of();
	}

	/** Does the work. */
	default void perform(FlowSession session, Progress progress) throws ProblemException {
		// most questions are done when answered
	}
}
