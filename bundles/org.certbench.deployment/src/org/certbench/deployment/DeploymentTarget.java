package org.certbench.deployment;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Setting;

/**
 * Somewhere that a keystore is handed over to: it puts the file where software wants it (W07). Contributed
 * with its name and description to the extension point {@code org.certbench.deployment.targets};
 * made once, by its no-argument constructor, when first used. Thread-safe.
 *
 * <p>
 * A target never learns the keystore's password: the file is locked with it, and the person tells it in
 * another way.
 */
public interface DeploymentTarget {

	/** What it must know before it can deploy, in the order in which it is asked; in the user's language. */
	List<Setting> settings();

	/**
	 * What is wrong with values that were given; quick, as it is asked while one types. That a required one
	 * is missing need not be said.
	 *
	 * @param settings the values that are given, by the ids of their settings
	 */
	default List<Setting.Problem> check(Map<String, String> settings) {
		return List.of();
	}

	/**
	 * Whether the next keystore of a holder may be handed over in the same way without asking: not where a person does
	 * it, and the target only notes that it was done.
	 */
	default boolean isRepeatable() {
		return true;
	}

	/**
	 * Hands a keystore over. May take long; never in the UI thread. What it returns after is done and
	 * verified; after a failure it may be called again.
	 *
	 * @param keystore the file, which is only read
	 * @param settings the values that are given, by the ids of their settings
	 * @return what was done, for the person
	 * @throws ProblemException of a type that tells why not, such as a {@link DeploymentException}
	 */
	Delivery deploy(Path keystore, Map<String, String> settings, Progress progress) throws ProblemException;
}
