package org.certbench.deployment.internal;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.certbench.core.Cancelled;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.deployment.DeploymentException;
import org.certbench.deployment.DeploymentException.CommandFailed;
import org.certbench.deployment.DeploymentException.CommandNotStarted;
import org.certbench.deployment.DeploymentException.CommandTookTooLong;

/**
 * Runs a command on a copied file: without a shell, without input, without the secrets that this program
 * was given, for a limited time. What it starts ends with it.
 */
final class CommandRun {

	private static final int MOST_OUTPUT = 2000;
	private static final long LOOK_EVERY_MILLIS = 50;
	/** {@code CERTBENCH_PASSWORD} and the like are for this program only. */
	private static final String OWN_VARIABLES = "CERTBENCH_";

	private final CommandLine command;
	private final Path copy;
	private final Duration limit;

	CommandRun(CommandLine command, Path copy, Duration limit) {
		this.command = command;
		this.copy = copy;
		this.limit = limit;
	}

	/** Runs it to its end; the last of what it said. */
	String run(Progress progress) throws DeploymentException, Cancelled {
		try {
			// a file, not a pipe: a program that goes on in the background would keep a pipe open
			var output = Files.createTempFile("certbench", ".out");
			try {
				return run(start(output), output, progress);
			} finally {
				Files.deleteIfExists(output);
			}
		} catch (IOException e) {
			throw new CommandNotStarted(command.program(), copy, e.getMessage(), e);
		}
	}

	private Process start(Path output) throws IOException {
		var builder = new ProcessBuilder(command.on(copy)).directory(copy.getParent().toFile())
				.redirectErrorStream(true).redirectOutput(output.toFile());
		forgetSecrets(builder.environment());
		var process = builder.start();
		process.getOutputStream().close();
		return process;
	}

	static void forgetSecrets(Map<String, String> environment) {
		environment.keySet().removeIf(name -> name.startsWith(OWN_VARIABLES));
	}

	private String run(Process process, Path output, Progress progress)
			throws IOException, DeploymentException, Cancelled {
		try {
			var end = System.nanoTime() + limit.toNanos();
			while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
				progress.checkCancelled();
				if (System.nanoTime() - end > 0) {
					throw new CommandTookTooLong(command.program(), copy, limit, said(output));
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Cancelled();
		} finally {
			end(process);
		}
		if (process.exitValue() != 0) {
			throw new CommandFailed(command.program(), copy, process.exitValue(), said(output));
		}
		return tail(output);
	}

	private static void end(Process process) {
		if (process.isAlive()) {
			process.descendants().forEach(ProcessHandle::destroyForcibly);
			process.destroyForcibly();
		}
	}

	/** In an error, silence is told as well. */
	private static String said(Path output) throws IOException {
		var said = tail(output);
		return said.isEmpty() ? Texts.of(CommandRun.class).get("said.nothing") : said;
	}

	private static String tail(Path output) throws IOException {
		var text = new String(Files.readAllBytes(output), Charset.forName(System.getProperty("native.encoding"))).strip();
		return text.substring(Math.max(0, text.length() - MOST_OUTPUT));
	}
}
