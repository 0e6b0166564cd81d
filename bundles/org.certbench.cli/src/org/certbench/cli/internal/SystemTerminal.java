package org.certbench.cli.internal;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.certbench.core.Secret;
import org.certbench.core.Visible;

/**
 * The terminal that the process was started from. Questions go to the standard error stream, so
 * that nothing but the answer of the command is on the standard output.
 */
public final class SystemTerminal implements Terminal {

	private final Optional<Console> console;
	private final PrintStream dialogue;
	private volatile boolean waiting;

	public SystemTerminal(PrintStream dialogue) {
		this.console = Optional.ofNullable(System.console()).filter(SystemTerminal::isInteractive);
		this.dialogue = dialogue;
	}

	/** Since Java 22 a console can be one that is no terminal; it is asked where Java can tell. */
	private static boolean isInteractive(Console console) {
		try {
			return (boolean) Console.class.getMethod("isTerminal").invoke(console);
		} catch (ReflectiveOperationException beforeJava22) {
			return true;
		}
	}

	@Override
	public boolean isPresent() {
		return console.isPresent();
	}

	@Override
	public void show(String line) {
		Stream.of(line.split("\\R", -1)).map(Visible::line).forEach(dialogue::println);
	}

	@Override
	public Optional<String> ask(String question) {
		return waiting(question, () -> console.map(Console::readLine));
	}

	@Override
	public Optional<Secret> askSecret(String question) {
		return waiting(question, () -> console.map(Console::readPassword).map(Secret::taking));
	}

	/** Whether a person is being waited for: nothing is under way then that could be broken off. */
	public boolean isWaiting() {
		return waiting;
	}

	private <T> Optional<T> waiting(String question, Supplier<Optional<T>> input) {
		dialogue.print(question + " ");
		dialogue.flush();
		waiting = true;
		try {
			return input.get();
		} finally {
			waiting = false;
		}
	}
}
