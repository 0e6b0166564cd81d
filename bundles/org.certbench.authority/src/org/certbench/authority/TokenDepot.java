package org.certbench.authority;

import java.util.List;

import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/** Capability of an authority whose published encryption tokens anybody can look up. */
public interface TokenDepot {

	/** What the depot said. */
	sealed interface Answer {

		/** The token, CMS SignedData. */
		record Token(byte[] token) implements Answer {
		}

		/** Several match: ask again with one of these. */
		record Several(List<Holder> holders) implements Answer {
		}

		/** There is none. */
		record None() implements Answer {
		}
	}

	/** Looks up the active token of a holder. */
	Answer find(Holder holder, Progress progress) throws ProblemException;
}
