package org.certbench.cli.simulator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("certbench demo")
class DemoTest {

	@TempDir
	private Path home;

	@Test
	@DisplayName("W09, M26: leads a certificate through its life and leaves both generations, the old entries in the new one")
	void wholeLife() throws IOException {
		var folder = home.resolve("the keystores");

		var demo = new CommandLine(home, Map.of()).run("demo", "--folder", folder.toString(), "--json").expecting(0).json();

		var flows = StreamSupport.stream(demo.getAsJsonArray("phases").spliterator(), false)
				.map(phase -> phase.getAsJsonObject().get("flow").getAsString()).toList();
		assertEquals(List.of("request", "complete", "renew", "complete", "activate"), flows);
		var generations = demo.getAsJsonArray("keystores");
		var first = generations.get(0).getAsJsonObject().getAsJsonArray("entries").asList();
		var renewed = generations.get(1).getAsJsonObject().getAsJsonArray("entries").asList();
		assertEquals(2, first.size(), first::toString);
		assertEquals(3, renewed.size(), renewed::toString);
		assertTrue(renewed.containsAll(first), "M26: every old entry under its old alias");
		try (var files = Files.list(folder)) {
			assertEquals(2, files.filter(file -> file.toString().endsWith(".p12")).count());
		}
	}

	@Test
	@DisplayName("tells the invented PIN and password, and touches nobody's data")
	void told() {
		var demo = new CommandLine(home, Map.of()).run("demo", "--folder", home.resolve("keystores").toString(),
				"--issuer", "rsa", "--card-key", "ec").expecting(0);

		assertTrue(demo.out().lines().anyMatch(line -> line.matches("Keystore password: \\S+")), demo.out());
		assertTrue(demo.out().contains("PIN of the virtual card: 1234"), demo.out());
		assertEquals("", demo.err());
		assertTrue(Files.notExists(home.resolve("data")), "the person's own data");
	}
}
