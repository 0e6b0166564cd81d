package org.certbench.deployment;

import java.util.List;
import java.util.Map;

import org.certbench.core.Holder;

/**
 * The deployment targets of this installation, and what they were told: a service that reads the extension
 * point {@code org.certbench.deployment.targets}. Thread-safe.
 */
public interface DeploymentTargets {

	/**
	 * A target as its extension describes it.
	 *
	 * @param id          e.g. {@code folder}
	 * @param name        for people, translated
	 * @param description when one chooses it, translated
	 */
	record Description(String id, String name, String description) {
	}

	/**
	 * How keystores of a holder were handed over.
	 *
	 * @param target   the last target, or empty
	 * @param settings of each target, by its id
	 */
	record Remembered(String target, Map<String, Map<String, String>> settings) {

		/** Nothing yet. */
		public static final Remembered NOTHING = new Remembered("", Map.of());

		public Remembered {
			settings = Map.copyOf(settings);
		}
	}

	/** Those installed, in their order; empty where there are none. */
	List<Description> installed();

	/**
	 * The target itself.
	 *
	 * @throws IllegalArgumentException where none has this id
	 */
	DeploymentTarget target(String id);

	/** How it was done the last time; reads the disk. */
	Remembered remembered(Holder holder);

	/** Remembers how it was done, for the next time; that this fails spoils nothing. */
	void remember(Holder holder, String target, Map<String, String> settings);
}
