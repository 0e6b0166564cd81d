package org.certbench.guide;

import java.util.stream.Stream;

import org.certbench.core.Finding;

/**
 * Looks at facts and yields findings. Stateless, quick, without side effects; may run in any
 * thread. Contributed to the extension point {@code org.certbench.guide.rules}; made once, by its
 * no-argument constructor.
 */
@FunctionalInterface
public interface Rule {

	/** What it finds; empty where all is well. */
	Stream<Finding> apply(Facts facts);
}
