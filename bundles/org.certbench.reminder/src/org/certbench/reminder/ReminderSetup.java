package org.certbench.reminder;

import java.nio.file.Path;
import java.util.Optional;

import org.certbench.core.Secret;

/**
 * Keeps the settings of the reminders and the password of the mail server, in the product's data folder:
 * a service. What is kept is read again at each call, so that several processes share it. Thread-safe.
 */
public interface ReminderSetup {

	/** The file of the settings, which a person may write as well; it may not exist yet. */
	Path file();

	/** The settings; the default ones where nothing is set. */
	ReminderSettings settings() throws ReminderFileException;

	/** Keeps other settings. */
	void keep(ReminderSettings settings) throws ReminderFileException;

	/** The password of the mail server's user, where one is kept; the caller clears it. */
	Optional<Secret> password() throws ReminderFileException;

	/** Keeps a password in a file that only its owner can read; an empty one is forgotten. Not cleared here. */
	void keepPassword(Secret password) throws ReminderFileException;
}
