package org.certbench.core;

/** The person stopped the work. What was already done stays, and can be gone on with. */
public final class Cancelled extends ProblemException {

	private static final long serialVersionUID = 1L;

	public Cancelled() {
		super(FailureKind.CANCELLED, "cancelled", Texts.of(Cancelled.class), "cancelled", null);
	}
}
