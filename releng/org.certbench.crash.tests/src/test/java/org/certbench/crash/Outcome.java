package org.certbench.crash;

import java.util.List;

/**
 * What came of killing a flow once.
 *
 * @param flow       that was killed
 * @param instant    at which one
 * @param name       of the instant; empty where the flow was done before it
 * @param violations of the invariants; empty where all is well
 */
record Outcome(Flow flow, int instant, String name, List<Violation> violations) {

	/** One invariant that did not hold. */
	record Violation(Invariant invariant, String what) {
	}

	/**
	 * It was done before that point: a run has one less where two backups are not of the same second, and
	 * need no number.
	 */
	static Outcome notReached(Flow flow, int instant) {
		return new Outcome(flow, instant, "", List.of());
	}

	boolean wasKilled() {
		return !name.isEmpty();
	}

	boolean isGood() {
		return violations.isEmpty();
	}

	@Override
	public String toString() {
		return "%s, killed at %d (%s): %s".formatted(flow, instant, name, violations);
	}
}
