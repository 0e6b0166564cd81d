package org.certbench.cli.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.certbench.cli.CliCommand;
import org.certbench.core.DataFolder;
import org.certbench.testing.TestLanguage;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** A call of {@code certbench} with the commands, services, variables and person that a test gives it. */
public final class Call {

	/** The moment at which all calls are made. */
	public static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

	private final List<CommandEntry> commands = new ArrayList<>();
	private final Map<Class<?>, Object> services = new HashMap<>();
	private final Map<String, String> variables = new HashMap<>();
	private final Interruption interruption = new Interruption();
	private Terminal terminal = Person.ABSENT;

	public Call(Path home) {
		with(DataFolder.class, () -> home.resolve("data"));
		with(InstantSource.class, InstantSource.fixed(NOW));
	}

	/** How it ended, and what it said. */
	public record Ended(int code, String out, String err) {

		/** Demands an exit code. */
		public Ended expecting(int expected) {
			if (code != expected) {
				throw new AssertionError("exit code %d, not %d%n%s%n%s".formatted(code, expected, out, err));
			}
			return this;
		}

		/** The one JSON document on the standard output. */
		public JsonObject json() {
			return JsonParser.parseString(out).getAsJsonObject();
		}
	}

	public Call command(String name, Supplier<? extends CliCommand> command) {
		commands.add(new CommandEntry(name, "Does " + name + ".", command));
		return this;
	}

	public <S> Call with(Class<S> type, S service) {
		services.put(type, service);
		return this;
	}

	public Call variable(String name, String value) {
		variables.put(name, value);
		return this;
	}

	public Call terminal(Terminal other) {
		terminal = other;
		return this;
	}

	/** Somebody has pressed Ctrl-C. */
	public Call interrupted() {
		interruption.ask();
		return this;
	}

	public Ended run(String... arguments) {
		var out = new ByteArrayOutputStream();
		var err = new ByteArrayOutputStream();
		var data = System.getProperty(DataFolder.PROPERTY, "");
		try (var english = TestLanguage.of(Locale.ENGLISH)) {
			var code = new Program(commands, services(), "1.2.3", terminal, variables::get, interruption)
					.run(stream(out), stream(err), List.of(arguments));
			return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
		} finally {
			System.setProperty(DataFolder.PROPERTY, data);
		}
	}

	private Services services() {
		return new Services() {
			@Override
			public <S> Optional<S> find(Class<S> type) {
				return Optional.ofNullable(type.cast(services.get(type)));
			}
		};
	}

	private static PrintStream stream(ByteArrayOutputStream bytes) {
		return new PrintStream(bytes, true, StandardCharsets.UTF_8);
	}
}
