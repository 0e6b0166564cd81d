package org.certbench.flow;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A question with a few named answers, of which one is chosen: asked by a {@link ChoiceStep}, and on
 * the command line the option {@code --<id>}. All texts are in the user's language.
 *
 * @param id           a short word in lower case: the step's id, and the name of the option
 * @param title        a few words, for the list of steps and the head of the page
 * @param explanation  what is asked, and why: one or two sentences
 * @param options      what can be chosen, in order
 * @param preselected  the value that is chosen where nobody chooses another; empty where the person
 *                     must choose
 * @param isRemembered whether the wizard offers next time what was chosen last
 */
public record Choice(String id, String title, String explanation, List<Option> options, String preselected,
		boolean isRemembered) {

	/**
	 * One of the answers.
	 *
	 * @param value       a stable word: what the option of the command line takes, and the answer
	 * @param name        for people, a few words
	 * @param explanation when one chooses it, or what it means: one or two sentences; may be empty
	 */
	public record Option(String value, String name, String explanation) {
	}

	public Choice {
		options = List.copyOf(options);
	}

	/** A choice that the person must make anew each time. */
	public Choice(String id, String title, String explanation, List<Option> options) {
		this(id, title, explanation, options, "", false);
	}

	/** Where the chosen value is in a session. */
	public Answer<String> answer() {
		return new Answer<>(id, String.class);
	}

	/** The option with that value. */
	public Optional<Option> option(String value) {
		return options.stream().filter(option -> option.value().equals(value)).findFirst();
	}

	/** The values, as a command's help lists them: {@code one|two}. */
	public String values() {
		return options.stream().map(Option::value).collect(Collectors.joining("|"));
	}
}
