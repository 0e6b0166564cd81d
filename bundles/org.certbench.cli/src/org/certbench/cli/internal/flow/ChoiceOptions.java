package org.certbench.cli.internal.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.certbench.core.Texts;
import org.certbench.flow.Choice;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** An option for each choice that a flow asks, named by it; whether a value is one of its is looked at by the flow's step. */
final class ChoiceOptions {

	private static final Texts TEXTS = Texts.of(ChoiceOptions.class);

	private final Map<String, String> chosen = new HashMap<>();

	void addTo(CommandSpec command, List<Choice> choices) {
		choices.forEach(choice -> command.addOption(option(choice)));
	}

	/** The values that were given, by the ids of the choices. */
	Map<String, String> chosen() {
		return chosen;
	}

	private OptionSpec option(Choice choice) {
		return OptionSpec.builder("--" + choice.id()).type(String.class).paramLabel(choice.values())
				.description(description(choice)).setter(new ISetter() {
					@Override
					public <T> T set(T value) {
						if (value instanceof String given) {
							chosen.put(choice.id(), given);
						}
						return value;
					}
				}).build();
	}

	private static String description(Choice choice) {
		return choice.option(choice.preselected())
				.map(option -> TEXTS.get("choice.preselected", choice.explanation(), option.value()))
				.orElse(choice.explanation());
	}
}
