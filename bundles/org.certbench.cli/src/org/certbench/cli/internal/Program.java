package org.certbench.cli.internal;

import java.io.PrintStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

import org.certbench.cli.CliCommand;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.document.ErrorDocument;
import org.certbench.core.DataFolder;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.flow.Flows;

/** {@code certbench}: understands the arguments, runs the command, tells errors, gives the exit code. */
public final class Program {

	private static final Texts TEXTS = Texts.of(Program.class);
	private static final Logger LOG = System.getLogger(Program.class.getName());

	private final List<CommandEntry> commands;
	private final Services services;
	private final String version;
	private final Terminal terminal;
	private final UnaryOperator<String> variables;
	private final Interruption interruption;

	/**
	 * @param commands  those that are contributed
	 * @param version   of the product
	 * @param variables the value of an environment variable, or null
	 */
	public Program(List<CommandEntry> commands, Services services, String version, Terminal terminal,
			UnaryOperator<String> variables, Interruption interruption) {
		this.commands = commands;
		this.services = services;
		this.version = version;
		this.terminal = terminal;
		this.variables = variables;
		this.interruption = interruption;
	}

	/**
	 * Runs one command.
	 *
	 * @return the exit code
	 */
	public int run(PrintStream out, PrintStream err, List<String> arguments) {
		var early = new EarlyOptions(arguments);
		early.apply();
		var output = new StandardOutput(out, err, early.isJson(), early.isQuiet());
		try (var log = LogFile.install(dataFolder(), early.isVerbose())) {
			return run(arguments, output, err, log);
		}
	}

	private Path dataFolder() {
		return services.find(DataFolder.class).map(DataFolder::path).orElseGet(() -> Path.of("").toAbsolutePath());
	}

	private int run(List<String> arguments, StandardOutput output, PrintStream err, LogFile log) {
		try {
			return execute(arguments, output, err);
		} catch (UsageException e) {
			return failed(ErrorDocument.of(e), output);
		} catch (ProblemException e) {
			LOG.log(Level.INFO, "the command failed", e);
			return failed(ErrorDocument.of(e), output);
		} catch (RuntimeException | Error e) {
			LOG.log(Level.ERROR, "a fault of the program", e);
			return failed(ErrorDocument.of(e, log.file()), output);
		}
	}

	private int execute(List<String> arguments, StandardOutput output, PrintStream err)
			throws ProblemException, UsageException {
		var call = new CommandTree(commands, () -> services.find(Flows.class)).parse(arguments);
		if (call.isVersionWanted()) {
			output.answer(new VersionDocument(version), List.of(TEXTS.get("version", version)));
			return CliCommand.DONE;
		}
		if (call.isHelpWanted()) {
			output.text(call.help());
			return CliCommand.DONE;
		}
		return call.command()
				.run(new CommandContext(call.options(), output, services, terminal, variables, interruption, err));
	}

	private static int failed(ErrorDocument error, StandardOutput output) {
		output.error(error);
		return error.exitCode();
	}

	/** The JSON answer to {@code --version}. */
	private record VersionDocument(String version) {
	}
}
