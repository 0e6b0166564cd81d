package org.certbench.cli.internal.flow;

import org.certbench.core.FailureKind;
import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;

/** The authority does not let this person ask for the holder that was given. */
final class HolderNotOffered extends ProblemException {

	private static final long serialVersionUID = 1L;

	HolderNotOffered(Holder holder) {
		super(FailureKind.REFUSED, "no-organisation", Texts.of(HolderNotOffered.class), "holder.notOffered", null, holder);
	}
}
