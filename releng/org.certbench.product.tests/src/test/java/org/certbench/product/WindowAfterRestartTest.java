package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window of the installed product shows when it is started after other work, and as its integrator prepared it. */
class WindowAfterRestartTest {

	private static final Map<String, String> SECRETS = Map.of("CERTBENCH_PIN", "1234", "CERTBENCH_NEW_PASSWORD", "Old-password-1");

	@TempDir
	Path home;

	@Test
	@DisplayName("M22: a request that another process began is what the start page offers to go on with; M33: the guide names the integrator of the installation")
	void nextStepAndIntegrator() throws IOException {
		var folder = home.resolve("product");
		var product = Product.withHome(home).copy(folder, List.of(), List.of(Product.jar("org.certbench.ui.driver")));
		Files.writeString(folder.resolve("integrator.properties"), """
				name = Société Exemple
				phone = 02 555 01 99
				email = help@example.org
				""");
		product.run(SECRETS, "request", "--holder", "self", "--email", "jane.doe@example.org", "--phone", "02 555 01 01",
				"--accept-terms").expecting(0);

		var shown = home.resolve("window");
		product.with("-Dcertbench.ui.dump=" + shown).run().expecting(0);

		var lines = Files.readAllLines(shown);
		assertTrue(lines.stream().anyMatch(line -> line.startsWith("start.next.complete\t")), lines::toString);
		assertTrue(lines.stream().anyMatch(line -> line.startsWith("guide.contact.1\t")
				&& line.endsWith("Société Exemple, 02 555 01 99, help@example.org")), lines::toString);
	}
}
