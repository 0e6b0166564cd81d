package org.certbench.cli.internal;

import java.util.List;

import org.certbench.cli.CliCommand;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.flow.FlowCommand;
import org.certbench.core.Texts;
import org.certbench.flow.Flows;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * All that can be called. What is not called is not made: a contributed command's class is loaded
 * only where its name is among the arguments, and the flows are looked up only where the arguments
 * are not understood without them.
 */
final class CommandTree {

	static final String NAME = "certbench";

	private static final Texts TEXTS = Texts.of(CommandTree.class);

	private final GlobalOptions options;
	private final List<CommandEntry> commands;
	private final CommandContext context;

	CommandTree(GlobalOptions options, List<CommandEntry> commands, CommandContext context) {
		this.options = options;
		this.commands = commands;
		this.context = context;
	}

	/** What the arguments call for. */
	record Call(ParseResult result) {

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

	/** Understands the arguments; the options of every command are filled in then. */
	Call parse(List<String> arguments) throws UsageException {
		try {
			var call = new Call(commandLine(arguments, false).parseArgs(arguments.toArray(String[]::new)));
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
			var call = new Call(commandLine(arguments, true).parseArgs(arguments.toArray(String[]::new)));
			if (!call.isComplete() && !call.isHelpWanted()) {
				throw new UsageException(TEXTS.get("usage.noCommand"), TEXTS.get("usage.listCommands", NAME));
			}
			return call;
		} catch (ParameterException e) {
			throw WrongArguments.explain(e);
		}
	}

	private CommandLine commandLine(List<String> arguments, boolean withFlows) {
		var root = CommandSpec.forAnnotatedObject(options).name(NAME);
		root.usageMessage().description(TEXTS.get("description"));
		if (withFlows) {
			context.service(Flows.class).installed().forEach(
					flow -> add(root, flow.id(), flow.description(), new FlowCommand(flow, context).spec()));
		}
		for (var entry : commands) {
			add(root, entry.name(), entry.description(),
					arguments.contains(entry.name()) ? spec(entry.command().get()) : CommandSpec.create());
		}
		HelpTexts.forProgram(root);
		return new CommandLine(root).setExpandAtFiles(false).setInterpolateVariables(false);
	}

	private static CommandSpec spec(CliCommand command) {
		// Lenient: a command may have no options of its own.
		return HelpTexts.forCommand(CommandSpec.forAnnotatedObjectLenient(command), command.getClass());
	}

	private static void add(CommandSpec root, String name, String description, CommandSpec spec) {
		spec.usageMessage().description(description);
		root.addSubcommand(name, spec);
	}
}
