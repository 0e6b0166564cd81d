package org.certbench.product;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs a program as a process of its own, to its end. */
public final class Program {

	/** No program here may take longer; one that does hangs. */
	private static final int LIMIT_SECONDS = 120;

	/** How a program ended, and what it said. */
	public record Ended(List<String> command, int code, String out, String err) {

		/** Demands an exit code, and shows everything where it was another. */
		public Ended expecting(int expected) {
			if (code != expected) {
				throw new AssertionError("%s ended with %d, not %d%n--- out%n%s%n--- err%n%s".formatted(command, code,
						expected, out, err));
			}
			return this;
		}
	}

	private Program() {
	}

	/** Runs a program without input. */
	static Ended run(Map<String, String> environment, List<String> command) {
		try {
			var builder = new ProcessBuilder(command);
			builder.environment().putAll(environment);
			var process = builder.start();
			process.getOutputStream().close();
			var out = read(process.getInputStream());
			var err = read(process.getErrorStream());
			if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
				process.destroyForcibly();
				throw new AssertionError("%s did not end%n%s%n%s".formatted(command, text(out), text(err)));
			}
			return new Ended(command, process.exitValue(), text(out), text(err));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		}
	}

	/** Runs a tool that must be on the PATH. */
	static Ended tool(String... command) {
		return run(Map.of(), List.of(command));
	}

	/** Runs a tool of the JDK that runs this. */
	static Ended jdkTool(String name, String... arguments) {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", name).toString()));
		command.addAll(List.of(arguments));
		return run(Map.of(), command);
	}

	private static CompletableFuture<String> read(InputStream stream) {
		return CompletableFuture.supplyAsync(() -> {
			try (stream) {
				return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}, task -> Thread.ofVirtual().start(task));
	}

	private static String text(CompletableFuture<String> stream) {
		try {
			return stream.get(5, TimeUnit.SECONDS);
		} catch (TimeoutException stillOpen) {
			return "(a child of it still holds the stream)";
		} catch (InterruptedException | ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}
}
