package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.certbench.product.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** The phases as an integrator does them: each a process of its own, days apart for all they know. */
class PhasesTest {

	private static final String OLD = "Old-password-1";
	private static final String NEW = "New-password-2";

	@TempDir
	Path home;

	private Product product;
	private Path oldPassword;
	private Path newPassword;

	@BeforeEach
	void setUp() throws IOException {
		product = Product.withHome(home);
		oldPassword = product.secret("old-password", OLD);
		newPassword = product.secret("new-password", NEW);
	}

	@Test
	@DisplayName("M12, M13, M21, M23, M24, I03: request, complete, renew, complete and activate beside a running simulator")
	void phases() throws Exception {
		try (var simulator = RunningSimulator.start(product, "--issue", "by-hand", "--backdate", "next")) {
			var requested = json(product.run(Map.of("CERTBENCH_PIN", "1234"), "request", "--holder", "self", "--email",
					"jane.doe@example.org", "--phone", "02 555 01 01", "--new-password-file", oldPassword.toString(),
					"--accept-terms", "--json").expecting(0));
			var first = keystore(requested);

			// M14: too early is no failure, and loses nothing
			var early = product.run("complete", first, "--password-file", oldPassword.toString(), "--json").expecting(3);
			assertEquals("completed-too-early", json(early).getAsJsonObject("error").get("problem").getAsString());
			simulator.issue(requested);
			product.run("complete", first, "--password-file", oldPassword.toString()).expecting(0);

			var renewal = json(product.run(Map.of("CERTBENCH_PIN", "1234", "CERTBENCH_PASSWORD", OLD, "CERTBENCH_NEW_PASSWORD", NEW),
					"renew", first, "--accept-terms", "--json").expecting(0));
			var second = keystore(renewal);
			product.run("complete", second, "--password-file", newPassword.toString()).expecting(3);
			simulator.issue(renewal);
			product.run("complete", second, "--password-file", newPassword.toString()).expecting(0);
			product.run("activate", second, "--password-file", newPassword.toString()).expecting(0);

			var old = Keystores.keyAliases(Path.of(first), oldPassword);
			var renewed = Keystores.keyAliases(Path.of(second), newPassword);
			assertTrue(renewed.containsAll(old) && renewed.size() == old.size() + 1, renewed::toString);
			assertEquals(0, json(product.run("pending", "--json").expecting(0)).getAsJsonArray("requests").size());
		}
	}

	@Test
	@DisplayName("M14: issuing takes a while: complete says so, and succeeds afterwards; the simulator has a state of its own")
	void issuedLater() throws Exception {
		try (var simulator = RunningSimulator.start(product, "--state", home.resolve("state").toString(), "--issue",
				"after:2")) {
			var requested = json(product.run(Map.of("CERTBENCH_PIN", "1234", "CERTBENCH_NEW_PASSWORD", OLD), "request",
					"--holder", "self", "--email", "jane.doe@example.org", "--phone", "02 555 01 01", "--accept-terms", "--json")
					.expecting(0));
			var file = keystore(requested);
			var deadline = System.nanoTime() + 60_000_000_000L;
			Ended completed;
			do {
				completed = product.run("complete", file, "--password-file", oldPassword.toString());
			} while (completed.code() == 3 && System.nanoTime() < deadline);
			completed.expecting(0);
		}
	}

	@Test
	@DisplayName("M21, M26: a keystore whose key openssl made, certified by the simulator, is renewed")
	void keystoreOfOpenssl() throws Exception {
		var work = Files.createDirectory(home.resolve("openssl"));
		var key = work.resolve("key.pem");
		var csr = work.resolve("request.csr");
		var chain = work.resolve("chain.pem");
		var foreign = work.resolve("SSIN=85999900189 20230301-101500.p12");
		Program.tool("openssl", "req", "-new", "-newkey", "rsa:2048", "-noenc", "-keyout", key.toString(), "-out", csr.toString(),
				"-subj", "/C=BE/O=Federal Government/OU=SSIN=85999900189/OU=JANE DOE/OU=eHealth-platform Belgium/CN=SSIN=85999900189")
				.expecting(0);
		product.run("simulator", "--certify", csr.toString(), "--output", chain.toString(), "--backdate").expecting(0);
		Program.tool("openssl", "pkcs12", "-export", "-name", "authentication", "-inkey", key.toString(), "-in", chain.toString(),
				"-passout", "file:" + oldPassword, "-out", foreign.toString()).expecting(0);

		var renewal = json(product.run(Map.of("CERTBENCH_PIN", "1234", "CERTBENCH_PASSWORD", OLD, "CERTBENCH_NEW_PASSWORD", NEW),
				"renew", foreign.toString(), "--email", "jane.doe@example.org", "--phone", "02 555 01 01", "--accept-terms",
				"--json").expecting(0));
		var renewed = keystore(renewal);
		product.run("complete", renewed, "--password-file", newPassword.toString()).expecting(0);
		product.run("activate", renewed, "--password-file", newPassword.toString()).expecting(0);

		assertEquals(2, Keystores.keyAliases(Path.of(renewed), newPassword).size());
		assertEquals(2, Keystores.keysForOpenssl(Path.of(renewed), newPassword));
	}

	private static JsonObject json(Ended ended) {
		return JsonParser.parseString(ended.out()).getAsJsonObject();
	}

	private static String keystore(JsonObject report) {
		return report.get("keystore").getAsString();
	}
}
