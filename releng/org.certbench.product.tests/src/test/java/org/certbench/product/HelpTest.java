package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code --help} of the program and of each command, in English and French, beside the README's table of the commands. */
@DisplayName("B05, I03: the help of every command")
class HelpTest {

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `(.+?)` \\| (.*) \\|$");
	private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--(\\[no-])?[a-z][a-z-]+");
	/** An option, or an argument, at the beginning of a line; what it is stands beside it or below. */
	private static final Pattern ENTRY = Pattern.compile("^ {2,6}(?:-\\w, )?((?:--(?:\\[no-])?[a-z][a-z-]*)|\\[?[A-Z]+(?:\\.\\.\\.)?]?)(\\s.*|\\[?=.*)?$");
	private static final Pattern COMMAND = Pattern.compile("^ {2}([a-z][a-z-]+) .*$");

	@TempDir
	static Path home;
	private static Product product;

	@BeforeAll
	static void install() {
		product = Product.withHome(home);
	}

	/** The README's commands, each with the options that its row names. */
	static Stream<Map.Entry<String, TreeSet<String>>> commands() throws IOException {
		var readme = Files.readString(Path.of(System.getProperty("certbench.root"), "README.md"));
		var table = readme.substring(readme.indexOf("## The command line"), readme.indexOf("Every installed flow is a command"));
		var commands = new LinkedHashMap<String, TreeSet<String>>();
		ROW.matcher(table).results().forEach(row -> {
			// a row may tell two calls of one command; what it says of other commands has their names before it
			var command = row.group(1).split(" ")[0];
			var options = commands.computeIfAbsent(command, none -> new TreeSet<>());
			OPTION.matcher(row.group(1) + " " + row.group(2)).results().map(found -> found.group()).forEach(options::add);
		});
		return commands.entrySet().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("commands")
	@DisplayName("shows every option that the README tells, each with words, and other words in French")
	void command(Map.Entry<String, TreeSet<String>> documented) {
		var english = entries(help("en", documented.getKey()));
		var french = entries(help("fr", documented.getKey()));

		assertEquals(List.of(), documented.getValue().stream().filter(option -> !english.containsKey(option)).toList(),
				() -> "in the README, but not among " + english.keySet());
		assertEquals(english.keySet(), french.keySet());
		english.forEach((name, words) -> {
			assertTrue(words.contains(" "), () -> name + " is told by: " + words);
			assertFalse(words.equals(french.get(name)), () -> name + " in French: " + words);
		});
	}

	@Test
	@DisplayName("the program's lists each command of the README, with other words in French, and no other one but what this installation has")
	void program() throws IOException {
		var english = described(help("en"));
		var french = described(help("fr"));

		assertEquals(commands().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new)), english.keySet());
		assertEquals(english.keySet(), french.keySet());
		english.forEach((name, words) -> assertFalse(words.equals(french.get(name)), () -> name + ": " + words));
	}

	private static List<String> help(String language, String... command) {
		var all = Stream.concat(Arrays.stream(command), Stream.of("--help", "--language", language)).toArray(String[]::new);
		return product.run(all).expecting(0).out().lines().toList();
	}

	/** The words of each option and argument, by its name. */
	private static Map<String, String> entries(List<String> help) {
		return gather(help, ENTRY);
	}

	/** The words of each command. */
	private static Map<String, String> described(List<String> help) {
		return gather(help.subList(help.size() - help.reversed().indexOf(""), help.size()), COMMAND);
	}

	private static Map<String, String> gather(List<String> lines, Pattern begin) {
		var found = new TreeMap<String, String>();
		String last = null;
		for (var line : lines) {
			var matcher = begin.matcher(line);
			if (matcher.matches()) {
				last = matcher.group(1);
				found.put(last, line.strip());
			} else if (last != null && line.startsWith("   ")) {
				found.merge(last, " " + line.strip(), String::concat);
			} else {
				last = null;
			}
		}
		return found;
	}
}
