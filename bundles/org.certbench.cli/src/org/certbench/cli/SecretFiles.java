package org.certbench.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.certbench.cli.FlowSecrets.Use;

/**
 * The files in which the person keeps secrets for scripts: the first line of each counts.
 *
 * @param password    of the keystore, or null
 * @param oldPassword of an older keystore, or null
 * @param newPassword of the keystore that is made, or null
 * @param pin         of the card, or null
 */
public record SecretFiles(Path password, Path oldPassword, Path newPassword, Path pin) {

	/** The file for a use, where one was given. */
	public Optional<Path> file(Use use) {
		return Optional.ofNullable(switch (use) {
			case PASSWORD -> password;
			case OLD_PASSWORD -> oldPassword;
			case NEW_PASSWORD -> newPassword;
			case PIN -> pin;
		});
	}
}
