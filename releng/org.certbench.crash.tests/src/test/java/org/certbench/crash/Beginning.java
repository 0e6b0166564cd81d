package org.certbench.crash;

import java.io.IOException;
import java.util.List;

/** How a flow is begun. */
@FunctionalInterface
interface Beginning {

	/** The command, as one types it in this home. */
	List<String> command(Home home) throws IOException;

	/** Puts what must be there before into a home. */
	default void prepare(Home home) throws IOException {
		// nothing but what the flows before it left
	}
}
