package org.certbench.cli.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.certbench.cli.CliCommand;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.flow.FlowCommand;
import org.certbench.core.Texts;
import org.certbench.flow.Choice;
import org.certbench.flow.Flows;
import org.certbench.flow.StepKind;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * All that can be called. What is not called is not made: a contributed command's class is loaded
 * only where its name is among the arguments (a flow that asks choices, too), and the flows are looked up only where the arguments
 * are not understood without them.
 */
final class CommandTree {

	static final String NAME = "certbench";

	private static final Texts TEXTS = Texts.of(CommandTree.class);

	private final List<CommandEntry> commands;
	private final Supplier<Optional<Flows>> flows;

	/**
	 * @param commands those that are contributed
	 * @param flows    looks up those that are installed
	 */
	CommandTree(List<CommandEntry> commands, Supplier<Optional<Flows>> flows) {
		this.commands = commands;
		this.flows = flows;
	}

	/**
	 * What the arguments call for.
	 *
	 * @param options those of every command, filled in
	 */
	record Call(ParseResult result, GlobalOptions options) {

		boolean isVersionWanted() {
			return result.isVersionHelpRequested() || subcommand().isVersionHelpRequested();
		}

		boolean isHelpWanted() {
			return result.isUsageHelpRequested() || subcommand().isUsageHelpRequested();
		}

		/** How the called command, or the program, is used. */
		String help() {
			return subcommand().commandSpec().commandLine().getUsageMessage();
		}

		CliCommand command() {
			return (CliCommand) subcommand().commandSpec().userObject();
		}

		boolean isComplete() {
			return result.hasSubcommand() || result.isVersionHelpRequested();
		}

		private ParseResult subcommand() {
			return result.hasSubcommand() ? result.subcommand() : result;
		}
	}

	/** Understands the arguments. */
	Call parse(List<String> arguments) throws UsageException {
		try {
			var call = parse(arguments, Optional.empty());
			if (call.isComplete()) {
				return call;
			}
		} catch (ParameterException perhapsTheNameOfAFlow) {
			// understood below, or refused there
		}
		return parseWithFlows(arguments);
	}

	private Call parseWithFlows(List<String> arguments) throws UsageException {
		try {
			var call = parse(arguments, flows.get());
			if (!call.isComplete() && !call.isHelpWanted()) {
				throw new UsageException(TEXTS.get("usage.noCommand"), TEXTS.get("usage.listCommands", NAME));
			}
			return call;
		} catch (ParameterException e) {
			throw WrongArguments.explain(e);
		}
	}

	private Call parse(List<String> arguments, Optional<Flows> installed) {
		var options = new GlobalOptions();
		var root = CommandSpec.forAnnotatedObject(options).name(NAME);
		root.usageMessage().description(TEXTS.get("description"));
		installed.ifPresent(known -> known.installed().forEach(
				flow -> add(root, flow.id(), flow.description(), new FlowCommand(flow, choices(flow, arguments, known)).spec())));
		for (var entry : commands) {
			add(root, entry.name(), entry.description(),
					arguments.contains(entry.name()) ? spec(entry.command().get()) : CommandSpec.create());
		}
		HelpTexts.forProgram(root);
		var line = new CommandLine(root).setExpandAtFiles(false).setInterpolateVariables(false);
		return new Call(line.parseArgs(arguments.toArray(String[]::new)), options);
	}

	private static List<Choice> choices(Flows.Description flow, List<String> arguments, Flows flows) {
		return flow.asks().contains(StepKind.CHOICE) && arguments.contains(flow.id()) ? flows.choices(flow.id()) : List.of();
	}

	private static CommandSpec spec(CliCommand command) {
		// Lenient: a command may have no options of its own.
		return HelpTexts.forCommand(CommandSpec.forAnnotatedObjectLenient(command), command.getClass());
	}

	private static void add(CommandSpec root, String name, String description, CommandSpec spec) {
		spec.usageMessage().description(description);
		if (root.subcommands().containsKey(name)) {
			// A command stands for the flow of the same name, which it runs.
			root.removeSubcommand(name);
		}
		root.addSubcommand(name, spec);
	}
}
