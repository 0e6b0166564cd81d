package org.certbench.core;

/**
 * Something that is set with a few characters, and is never secret. Who wants it does not know who asks
 * for it: a field in the window, an option of the command line, or a script.
 *
 * @param id       unique among those that are asked together: letters, digits and hyphens
 * @param form     what it is
 * @param name     for people, a few words
 * @param hint     what to give, and what for: one sentence, or empty
 * @param required whether it must be given
 * @param preset   what it is where nobody says otherwise, or empty
 */
public record Setting(String id, Form form, String name, String hint, boolean required, String preset) {

	/** What is set: the window offers to choose files and folders. */
	public enum Form {
		TEXT, FILE, FOLDER
	}

	/**
	 * What is wrong with a value.
	 *
	 * @param setting the id
	 * @param message one sentence, shown beside the field
	 */
	public record Problem(String setting, String message) {
	}
}
