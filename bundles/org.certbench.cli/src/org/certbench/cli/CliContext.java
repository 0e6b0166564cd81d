package org.certbench.cli;

import java.nio.file.Path;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.core.Progress;
import org.certbench.core.Secret;

/** What a command works with: the options of every command, the services, the output. */
public interface CliContext {

	/** What the command prints. */
	Output output();

	/** The chosen environment; the simulator where none was chosen. */
	Environment environment();

	/** Whether an environment was chosen on the command line. */
	boolean isEnvironmentChosen();

	/** The folder for every message sent and received, where one was chosen. */
	Optional<Path> trace();

	/** Tells on the terminal what is being done, where that was asked for; cancelled by an interrupt. */
	Progress progress();

	/**
	 * A service, made when it is first asked for.
	 *
	 * @throws IllegalStateException where no installed bundle provides it
	 */
	<S> S service(Class<S> type);

	/** The folder of the product's data; it may not exist yet. */
	Path dataFolder();

	/**
	 * Chooses another folder for the product's data in this process, for a command that leaves the
	 * user's own data alone.
	 *
	 * @throws IllegalStateException where a service was asked for already
	 */
	void useData(Path folder);

	/** The chosen card; any where none was chosen. */
	CardChoice card();

	/** Secrets from these files, else from the environment, else from the person at the terminal. */
	FlowSecrets secrets(SecretFiles files);

	/**
	 * A secret that is no flow's, from a file, else from the environment; nobody is asked for it.
	 *
	 * @param file     whose first line it is, or null
	 * @param variable the name of the environment variable
	 * @return nothing where neither was given; the caller clears it
	 * @throws UsageException where the file cannot be read, or others can read it
	 */
	Optional<Secret> secret(Path file, String variable) throws UsageException;

	/** Runs flows. */
	FlowRunner flows();

	/** Waits until the command is interrupted (Ctrl-C, or the system's wish to end it). */
	void awaitInterrupt();
}
