package org.certbench.cli.internal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;

import org.certbench.cli.CardChoice;
import org.certbench.cli.CliContext;
import org.certbench.cli.FlowRunner;
import org.certbench.cli.FlowSecrets;
import org.certbench.cli.Output;
import org.certbench.cli.SecretFiles;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.flow.FlowDriver;
import org.certbench.cli.internal.flow.SecretFile;
import org.certbench.cli.internal.flow.SecretSources;
import org.certbench.core.DataFolder;
import org.certbench.core.Environment;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.core.Visible;

/** One call of the program: what its command works with. */
public final class CommandContext implements CliContext {

	private final GlobalOptions options;
	private final Output output;
	private final Services services;
	private final Terminal terminal;
	private final UnaryOperator<String> variables;
	private final Interruption interruption;
	private final PrintStream err;
	private boolean servicesUsed;

	CommandContext(GlobalOptions options, Output output, Services services, Terminal terminal,
			UnaryOperator<String> variables, Interruption interruption, PrintStream err) {
		this.options = options;
		this.output = output;
		this.services = services;
		this.terminal = terminal;
		this.variables = variables;
		this.interruption = interruption;
		this.err = err;
	}

	@Override
	public Output output() {
		return output;
	}

	@Override
	public Environment environment() {
		return options.environment().orElse(Environment.SIMULATOR);
	}

	@Override
	public boolean isEnvironmentChosen() {
		return options.environment().isPresent();
	}

	@Override
	public Optional<Path> trace() {
		return options.trace();
	}

	@Override
	public CardChoice card() {
		return options.card();
	}

	@Override
	public Progress progress() {
		return new Progress() {
			@Override
			public void doing(String what) {
				if (options.isVerbose()) {
					err.println(Visible.line(what));
				}
			}

			@Override
			public boolean isCancelled() {
				return interruption.isAsked();
			}
		};
	}

	@Override
	public <S> S service(Class<S> type) {
		servicesUsed = true;
		return services.find(type)
				.orElseThrow(() -> new IllegalStateException("no installed bundle provides " + type.getName()));
	}

	@Override
	public Path dataFolder() {
		return services.find(DataFolder.class).map(DataFolder::path)
				.orElseThrow(() -> new IllegalStateException("no data folder"));
	}

	@Override
	public void useData(Path folder) {
		if (servicesUsed) {
			throw new IllegalStateException("services know the data folder already");
		}
		System.setProperty(DataFolder.PROPERTY, folder.toString());
	}

	@Override
	public FlowSecrets secrets(SecretFiles files) {
		return new SecretSources(files, this);
	}

	@Override
	public Optional<Secret> secret(Path file, String variable) throws UsageException {
		return file != null ? Optional.of(SecretFile.read(file))
				: variable(variable).map(value -> Secret.taking(value.toCharArray()));
	}

	@Override
	public FlowRunner flows() {
		return new FlowDriver(this);
	}

	@Override
	public void awaitInterrupt() {
		interruption.await();
	}

	/** The person at the terminal, if there is one. */
	public Terminal terminal() {
		return terminal;
	}

	/** The value of an environment variable, where it is set and not empty. */
	public Optional<String> variable(String name) {
		return Optional.ofNullable(variables.apply(name)).filter(value -> !value.isEmpty());
	}
}
