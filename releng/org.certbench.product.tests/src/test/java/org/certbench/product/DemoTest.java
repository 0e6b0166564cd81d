package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole life in one command, and what it leaves, seen with keytool and openssl. */
class DemoTest {

	@TempDir
	Path home;

	@Test
	@DisplayName("W09, M26: demo leaves both generations, and the renewed keystore has every old encryption entry")
	void wholeLife() throws IOException {
		var folder = home.resolve("keystores of the demo");

		var demo = Product.withHome(home).run("demo", "--folder", folder.toString()).expecting(0);

		var password = demo.out().lines().filter(line -> line.startsWith("Keystore password: ")).findFirst().orElseThrow()
				.substring("Keystore password: ".length());
		var passwordFile = Files.writeString(home.resolve("password"), password);
		var keystores = Keystores.in(folder);
		assertEquals(2, keystores.size(), demo.out());
		var first = Keystores.keyAliases(keystores.get(0), passwordFile);
		var renewed = Keystores.keyAliases(keystores.get(1), passwordFile);
		assertTrue(first.contains("authentication"), first::toString);
		assertEquals(2, first.size(), first::toString);
		assertTrue(renewed.containsAll(first), renewed::toString);
		assertEquals(3, renewed.size(), renewed::toString);
		assertEquals(2, Keystores.keysForOpenssl(keystores.get(0), passwordFile));
		assertEquals(3, Keystores.keysForOpenssl(keystores.get(1), passwordFile));
		assertEquals("", demo.err());
	}
}
