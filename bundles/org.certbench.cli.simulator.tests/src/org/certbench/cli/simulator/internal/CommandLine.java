package org.certbench.cli.simulator.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.certbench.cli.internal.CommandEntry;
import org.certbench.cli.internal.Interruption;
import org.certbench.cli.internal.Program;
import org.certbench.cli.internal.Terminal;
import org.certbench.cli.internal.command.InspectCommand;
import org.certbench.cli.internal.command.ListCommand;
import org.certbench.cli.internal.command.PendingCommand;
import org.certbench.cli.internal.flow.ResumeCommand;
import org.certbench.cli.lookup.internal.LookUpCommand;
import org.certbench.core.DataFolder;
import org.certbench.core.Secret;
import org.certbench.eid.CardProvider;
import org.certbench.eid.virtual.VirtualCards;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * {@code certbench} in a home of its own. Each call makes all services anew over what is on disk, as
 * a process of its own does.
 */
final class CommandLine {

	/** Making virtual cards takes longer than all that is done with them. */
	private static final CardProvider CARDS = new VirtualCards(temporaryFolder());

	private static final List<CommandEntry> COMMANDS = List.of(new CommandEntry("demo", "", DemoCommand::new),
			new CommandEntry("simulator", "", SimulatorCommand::new), new CommandEntry("list", "", ListCommand::new),
			new CommandEntry("inspect", "", InspectCommand::new), new CommandEntry("pending", "", PendingCommand::new),
			new CommandEntry("resume", "", ResumeCommand::new),
			new CommandEntry("lookup", "", LookUpCommand::new));

	private final Path home;
	private final Map<String, String> variables;
	private final Interruption interruption = new Interruption();

	CommandLine(Path home, Map<String, String> variables) {
		this.home = home;
		this.variables = variables;
	}

	/** How a call ended. */
	record Ended(int code, String out, String err) {

		Ended expecting(int expected) {
			if (code != expected) {
				throw new AssertionError("exit code %d, not %d%n%s%n%s".formatted(code, expected, out, err));
			}
			return this;
		}

		JsonObject json() {
			return JsonParser.parseString(out).getAsJsonObject();
		}
	}

	/** Asks the call that runs, or the next one, to end. */
	void interrupt() {
		interruption.ask();
	}

	Ended run(String... arguments) {
		var out = new ByteArrayOutputStream();
		var err = new ByteArrayOutputStream();
		return new Ended(run(stream(out), stream(err), arguments), text(out), text(err));
	}

	/** Runs a call whose output is looked at meanwhile. */
	int run(PrintStream out, PrintStream err, String... arguments) {
		var before = System.getProperty(DataFolder.PROPERTY);
		try (var services = new Installation(home, CARDS)) {
			var all = new ArrayList<>(List.of("--data", home.resolve("data").toString()));
			all.addAll(List.of(arguments));
			return new Program(COMMANDS, services, "1.0.0", NOBODY, variables::get, interruption).run(out, err, all);
		} finally {
			if (before == null) {
				System.clearProperty(DataFolder.PROPERTY);
			} else {
				System.setProperty(DataFolder.PROPERTY, before);
			}
		}
	}

	private static PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}

	private static String text(ByteArrayOutputStream bytes) {
		return bytes.toString(StandardCharsets.UTF_8);
	}

	private static Path temporaryFolder() {
		try {
			var folder = Files.createTempDirectory("virtual-cards");
			folder.toFile().deleteOnExit();
			return folder;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Nobody is at the terminal. */
	private static final Terminal NOBODY = new Terminal() {

		@Override
		public boolean isPresent() {
			return false;
		}

		@Override
		public void show(String line) {
			throw new AssertionError("nobody is there to see: " + line);
		}

		@Override
		public Optional<String> ask(String question) {
			throw new AssertionError("nobody is there to answer: " + question);
		}

		@Override
		public Optional<Secret> askSecret(String question) {
			throw new AssertionError("nobody is there to answer: " + question);
		}
	};
}
