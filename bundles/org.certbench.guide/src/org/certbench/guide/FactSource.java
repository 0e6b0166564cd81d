package org.certbench.guide;

/**
 * Brings facts of a kind of its own to the rules: a service of whoever contributes rules that look at
 * more than keystores and requests. Rules find them by their class, with {@link Facts#of(Class)}.
 */
@FunctionalInterface
public interface FactSource {

	/** What is known now; quick, for any thread. Asks nobody: what is slow to learn is kept on disk. */
	Object facts();
}
