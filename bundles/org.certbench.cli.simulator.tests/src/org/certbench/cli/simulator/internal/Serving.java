package org.certbench.cli.simulator.internal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code certbench simulator} in the background, from its first word until it is closed. */
final class Serving implements AutoCloseable {

	private static final long LIMIT_SECONDS = 60;

	private final CommandLine commandLine;
	private final CompletableFuture<Void> begun = new CompletableFuture<>();
	private final CompletableFuture<Integer> ended;

	Serving(CommandLine commandLine, String... arguments) throws InterruptedException, TimeoutException {
		this.commandLine = commandLine;
		this.ended = CompletableFuture.supplyAsync(() -> commandLine.run(firstWord(), System.err, arguments),
				task -> Thread.ofPlatform().name("certbench simulator").daemon().start(task));
		try {
			CompletableFuture.anyOf(begun, ended).get(LIMIT_SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	/** Tells that something was printed. */
	private PrintStream firstWord() {
		return new PrintStream(new OutputStream() {
			@Override
			public void write(int character) {
				begun.complete(null);
			}
		}, true, StandardCharsets.UTF_8);
	}

	/** Interrupts it; its exit code. */
	int stop() throws InterruptedException, TimeoutException {
		commandLine.interrupt();
		try {
			return ended.get(LIMIT_SECONDS, TimeUnit.SECONDS);
		} catch (ExecutionException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public void close() throws InterruptedException, TimeoutException {
		stop();
	}
}
