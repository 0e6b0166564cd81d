package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonParser;

/** Two processes of the product on one keystore: the second is told, and nothing is mixed. */
class TwoAtOnceTest {

	private static final Map<String, String> SECRETS = Map.of("CERTBENCH_PIN", "1234", "CERTBENCH_PASSWORD", "Old-password-1",
			"CERTBENCH_NEW_PASSWORD", "Old-password-1");
	private static final Map<String, String> CHANGE = Map.of("CERTBENCH_PASSWORD", "Old-password-1", "CERTBENCH_NEW_PASSWORD",
			"New-password-2");
	private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);

	@TempDir
	Path home;

	@Test
	@DisplayName("a command on a keystore that another process works on ends with 3 and tells who; it changes nothing, and works afterwards")
	void secondIsTold() throws Exception {
		var product = Product.withHome(home);
		var requested = product.run(SECRETS, "request", "--holder", "self", "--email", "jane.doe@example.org", "--phone",
				"02 555 01 01", "--accept-terms", "--json").expecting(0).out();
		var keystore = Path.of(JsonParser.parseString(requested).getAsJsonObject().get("keystore").getAsString());
		product.run(SECRETS, "complete", keystore.toString()).expecting(0);
		var before = Files.readAllBytes(keystore);
		var output = home.resolve("first.txt");
		var first = product.start(SECRETS, output, "hand-over", keystore.toString(), "--target", "folder", "--set",
				"folder=" + Files.createDirectory(home.resolve("software")), "--set", "name=ehealth.p12", "--set",
				"command=" + untilTold() + " {file}");
		try {
			awaitWork(first, output);
			var second = product.run(CHANGE, "password", keystore.toString(), "--backups", "keep", "--json").expecting(3);
			var error = JsonParser.parseString(second.out()).getAsJsonObject().getAsJsonObject("error");
			assertEquals("keystore-in-use", error.get("problem").getAsString());
			assertTrue(error.get("message").getAsString().contains(String.valueOf(first.pid())), error::toString);
			assertTrue(error.get("remedy").getAsString().contains("Nothing was changed"), error::toString);
			assertEquals("not-yet", error.get("kind").getAsString());
		} finally {
			Files.createFile(home.resolve("go"));
			assertTrue(first.waitFor(60, TimeUnit.SECONDS), "the first does not end");
		}
		assertEquals(0, first.exitValue(), () -> read(output));
		assertEquals(before.length, Files.size(keystore), "the second changed nothing");
		product.run(CHANGE, "password", keystore.toString(), "--backups", "keep").expecting(0);
	}

	/** A program that works until the file {@code go} is there, and says by the file {@code works} that it does. */
	private Path untilTold() throws IOException {
		var program = Files.writeString(home.resolve("software-restart"), """
				#!/bin/sh
				: > '%s'
				while ! [ -e '%s' ]; do sleep 0.1; done
				""".formatted(home.resolve("works"), home.resolve("go")));
		program.toFile().setExecutable(true);
		return program;
	}

	private void awaitWork(Process first, Path output) throws InterruptedException {
		var deadline = System.nanoTime() + LIMIT_NANOS;
		while (!Files.exists(home.resolve("works"))) {
			assertTrue(first.isAlive() && System.nanoTime() < deadline, () -> "the first does not work: " + read(output));
			first.waitFor(50, TimeUnit.MILLISECONDS);
		}
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		} catch (IOException e) {
			return e.toString();
		}
	}
}
