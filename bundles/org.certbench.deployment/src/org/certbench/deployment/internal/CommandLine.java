package org.certbench.deployment.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A program and its arguments, written in a line: parted by spaces, each as it stands or in single or
 * double quotes. No shell reads it, so nothing else in it is special, not even a backslash.
 */
record CommandLine(List<String> words) {

	/** Stands for the copied file. */
	private static final String FILE = "{file}";
	private static final Pattern WORD = Pattern.compile("\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))(?=\\s|$)");

	/** Reads a line; nothing where a quote is not closed, or there is no program. */
	static Optional<CommandLine> parse(String line) {
		var words = new ArrayList<String>();
		var text = line.strip();
		var word = WORD.matcher(text);
		int end = 0;
		while (end < text.length()) {
			if (!word.find(end) || word.start() != end) {
				return Optional.empty();
			}
			words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
			end = word.end();
		}
		return words.isEmpty() || words.getFirst().isEmpty() ? Optional.empty() : Optional.of(new CommandLine(List.copyOf(words)));
	}

	String program() {
		return words.getFirst();
	}

	/** The words for a file that was copied. */
	List<String> on(Path copy) {
		return words.stream().map(word -> word.replace(FILE, copy.toString())).toList();
	}
}
