package org.certbench.cli.internal;

import java.util.Optional;

import org.certbench.core.Secret;

/** The person at the terminal, if there is one. */
public interface Terminal {

	/** Whether somebody can be asked. */
	boolean isPresent();

	/** Shows a line. */
	void show(String line);

	/** Asks for a line; nothing where the person ends the input. */
	Optional<String> ask(String question);

	/** Asks for a secret, without echo; nothing where the person ends the input. */
	Optional<Secret> askSecret(String question);
}
