package org.certbench.cli.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.certbench.core.DataFolder;

/**
 * The options that count before the arguments are understood: the language of whatever is said
 * about them, the form of errors, and the data folder, which services read when they come to life.
 */
final class EarlyOptions {

	private static final String END_OF_OPTIONS = "--";

	private final List<String> arguments;

	EarlyOptions(List<String> arguments) {
		int end = arguments.indexOf(END_OF_OPTIONS);
		this.arguments = end < 0 ? arguments : arguments.subList(0, end);
	}

	boolean isJson() {
		return arguments.contains("--json");
	}

	boolean isQuiet() {
		return arguments.contains("--quiet") || arguments.contains("-q");
	}

	boolean isVerbose() {
		return arguments.contains("--verbose") || arguments.contains("-v");
	}

	/** Makes the chosen language and data folder those of the process. */
	void apply() {
		value("--language").ifPresent(language -> Locale.setDefault(Locale.of(language)));
		value("--data").ifPresent(folder -> System.setProperty(DataFolder.PROPERTY, folder));
	}

	private Optional<String> value(String option) {
		int at = arguments.indexOf(option);
		if (at >= 0 && at + 1 < arguments.size()) {
			return Optional.of(arguments.get(at + 1));
		}
		return arguments.stream().filter(argument -> argument.startsWith(option + "="))
				.map(argument -> argument.substring(option.length() + 1)).findFirst();
	}
}
