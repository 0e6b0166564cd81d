package org.certbench.guide;

import java.util.List;
import java.util.Optional;

/**
 * A page of the problem catalogue, in the user's language, written for the manager.
 *
 * @param problem id, e.g. {@code renewal-due}
 * @param title   what one would call it
 * @param symptom what one sees
 * @param cause   why
 * @param steps   what to do, in order
 * @param contact whom to ask, or empty
 * @param flow    id of the flow that solves it, or empty
 */
public record Page(String problem, String title, String symptom, String cause, List<String> steps, String contact,
		String flow) {

	public Page {
		steps = List.copyOf(steps);
	}

	/** The flow that solves it, where one does. */
	public Optional<String> solvingFlow() {
		return flow.isEmpty() ? Optional.empty() : Optional.of(flow);
	}
}
