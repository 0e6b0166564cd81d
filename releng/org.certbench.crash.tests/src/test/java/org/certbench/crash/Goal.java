package org.certbench.crash;

import java.io.IOException;

import org.certbench.crash.Told.Question;

/**
 * What a flow is for.
 *
 * @param question what the product is asked, to see how far it is
 * @param there    whether it is there, by the files and by what the service has
 * @param told     whether the product says so, which it must not before
 */
record Goal(Question question, Reached there, Reached told) {

	/** Whether it is there. */
	@FunctionalInterface
	interface Reached {
		boolean in(Standing standing) throws IOException;
	}

	/** One that the product does not tell of, as the person sees it. */
	static Goal seen(Question question, Reached reached) {
		return new Goal(question, reached, reached);
	}
}
