package org.certbench.cli.internal;

import org.certbench.cli.UsageException;
import org.certbench.core.Texts;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says in the user's language what is wrong with the arguments. */
final class WrongArguments {

	private static final Texts TEXTS = Texts.of(WrongArguments.class);

	private WrongArguments() {
	}

	static UsageException explain(ParameterException e) {
		var command = e.getCommandLine().getCommandSpec().qualifiedName();
		var remedy = TEXTS.get(isProgram(e) ? "usage.listCommands" : "usage.showHelp", command);
		return new UsageException(message(e, command), remedy);
	}

	private static String message(ParameterException e, String command) {
		return switch (e) {
			case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
			case MissingParameterException missing -> missing(missing);
			case OverwrittenOptionException twice -> TEXTS.get("usage.twice", name(twice.getOverwritten()));
			default -> e.getArgSpec() == null ? e.getMessage()
					: TEXTS.get("usage.value", name(e.getArgSpec()), e.getArgSpec().paramLabel(), e.getValue());
		};
	}

	private static String unmatched(UnmatchedArgumentException e, String command) {
		var argument = e.getUnmatched().getFirst();
		if (e.isUnknownOption()) {
			return TEXTS.get("usage.unknownOption", argument, command);
		}
		return TEXTS.get(isProgram(e) ? "usage.unknownCommand" : "usage.tooMuch", argument, command);
	}

	private static String missing(MissingParameterException e) {
		var argument = e.getMissing().getFirst();
		return argument.isOption() ? TEXTS.get("usage.noValue", name(argument), argument.paramLabel())
				: TEXTS.get("usage.missing", argument.paramLabel());
	}

	private static String name(ArgSpec argument) {
		return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
	}

	private static boolean isProgram(ParameterException e) {
		return e.getCommandLine().getParent() == null;
	}
}
