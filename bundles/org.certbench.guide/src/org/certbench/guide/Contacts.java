package org.certbench.guide;

import java.util.List;

/**
 * Whom a person can ask: a service (M33). Each contact is a line in the user's language, with phone numbers
 * and addresses as they are dialled and written. Thread-safe.
 */
public interface Contacts {

	/** The two that help with most: the user's own integrator, who presets how to be reached, and eHealth's support. */
	List<String> first();

	/** All of them, those of {@link #first()} first. */
	List<String> all();
}
