package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.google.gson.JsonObject;

/** {@code certbench simulator} as a process of its own, in another terminal as it were. */
final class RunningSimulator implements AutoCloseable {

	private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
	private static final long LOOK_AGAIN_MILLIS = 50;

	private final Product product;
	private final Process process;

	private RunningSimulator(Product product, Process process) {
		this.product = product;
		this.process = process;
	}

	/** Starts it and waits until it serves. */
	static RunningSimulator start(Product product, String... options) throws IOException, InterruptedException {
		var command = new ArrayList<>(List.of("simulator"));
		command.addAll(List.of(options));
		var output = Files.createTempFile(product.home(), "simulator", ".txt");
		var simulator = new RunningSimulator(product, product.start(output, command.toArray(String[]::new)));
		try {
			simulator.awaitAddress(output);
			return simulator;
		} catch (AssertionError | IOException | InterruptedException e) {
			simulator.close();
			throw e;
		}
	}

	/** What its operator does by hand: issues a request. */
	void issue(JsonObject report) {
		product.run("simulator", "--issue-now", report.getAsJsonObject("request").get("key").getAsString()).expecting(0);
	}

	private void awaitAddress(Path output) throws IOException, InterruptedException {
		var deadline = System.nanoTime() + LIMIT_NANOS;
		while (!Files.readString(output).contains("http://127.0.0.1:")) {
			assertTrue(process.isAlive() && System.nanoTime() < deadline, "the simulator does not serve: " + Files.readString(output));
			process.waitFor(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	/** Interrupts it, as Ctrl-C does, and waits for its end. */
	@Override
	public void close() throws InterruptedException {
		process.destroy();
		if (!process.waitFor(20, TimeUnit.SECONDS)) {
			process.destroyForcibly();
			throw new AssertionError("the simulator does not end when it is told to");
		}
	}
}
