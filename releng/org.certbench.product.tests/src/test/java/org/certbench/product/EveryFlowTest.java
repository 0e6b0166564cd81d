package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.certbench.product.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

/**
 * Every flow without a window, each call a process of its own: it ends with 0, and what it says is the
 * document of the README (I03).
 */
@DisplayName("I03: every flow on the command line, and its document")
class EveryFlowTest {

	private static final String OLD = "Old-password-1";
	private static final String NEW = "New-password-2";
	private static final String ORGANISATION = "NIHII-AMBU_SERVICE=79699950";

	private final DocumentedJson documented = DocumentedJson.ofReadme();

	@TempDir
	Path home;
	private Product product;
	private Path pin;
	private Path old;
	private Path changed;

	@BeforeEach
	void secretsAreInFiles() throws IOException {
		product = Product.withHome(home);
		pin = product.secret("pin", "1234");
		old = product.secret("old", OLD);
		changed = product.secret("changed", NEW);
	}

	@Test
	@DisplayName("for oneself, with every secret from a file: requested, completed, looked up, renewed, activated, old keys taken over, handed over, its password changed, revoked")
	void forOneself() throws Exception {
		try (var simulator = RunningSimulator.start(product, "--backdate", "next")) {
			var first = keystore(flow("request", "--holder", "self", "--email", "jane.doe@example.org", "--phone",
					"02 555 01 01", "--general-email", "info@example.org", "--general-phone", "02 555 01 02", "--use", "tsa",
					"--card", "virtual", "--accept-terms", "--pin-file", pin.toString(), "--new-password-file", old.toString()));
			flow("complete", first, "--password-file", old.toString());
			flow("lookup-keystore", first, "--password-file", old.toString());

			var second = keystore(flow("renew", first, "--accept-terms", "--pin-file", pin.toString(), "--password-file",
					old.toString(), "--new-password-file", old.toString(), "--trace", home.resolve("trace").toString()));
			flow("complete", second, "--password-file", old.toString());
			flow("activate", second, "--password-file", old.toString());
			assertTrue(Files.isDirectory(home.resolve("trace")), "the messages of the renewal");

			oldKeysAreTakenOver(first, second);

			var folder = Files.createDirectory(home.resolve("software"));
			flow("hand-over", second, "--target", "folder", "--set", "folder=" + folder, "--set", "name=ehealth.p12",
					"--password-file", old.toString());
			assertTrue(Files.exists(folder.resolve("ehealth.p12")));
			flow("password", second, "--password-file", old.toString(), "--new-password-file", changed.toString(), "--backups",
					"remove");
			var revoked = flow("revoke", second, "--reason", "superseded", "--accept-terms", "--pin-file", pin.toString());
			assertEquals("revoked", revoked.getAsJsonObject("request").get("milestone").getAsString());
		}
	}

	/** As after a renewal by a program that leaves the old encryption keys out. */
	private void oldKeysAreTakenOver(String first, String second) throws Exception {
		var left = KeyStore.getInstance(Path.of(first).toFile(), OLD.toCharArray());
		var made = KeyStore.getInstance(Path.of(second).toFile(), OLD.toCharArray());
		var before = Set.copyOf(Collections.list(made.aliases()));
		for (var alias : Collections.list(left.aliases())) {
			if (left.isKeyEntry(alias) && !alias.equals("authentication")) {
				made.deleteEntry(alias);
			}
		}
		try (var out = Files.newOutputStream(Path.of(second))) {
			made.store(out, OLD.toCharArray());
		}
		assertTrue(isFound("old-messages"));
		flow("old-keys", second, "--old", first, "--password-file", old.toString(), "--old-password-file", old.toString());
		assertFalse(isFound("old-messages"));
		assertEquals(before, Set.copyOf(Collections.list(KeyStore.getInstance(Path.of(second).toFile(), OLD.toCharArray()).aliases())));
	}

	private boolean isFound(String problem) {
		return look("`check`", 1, "check").getAsJsonArray("findings").asList().stream()
				.anyMatch(each -> problem.equals(each.getAsJsonObject().get("problem").getAsString()));
	}

	@Test
	@DisplayName("for an organisation, with every secret from the environment: gone on with resume, handed over as the last time, revoked by forms")
	void forAnOrganisation() throws Exception {
		try (var simulator = RunningSimulator.start(product, "--issue", "by-hand", "--backdate", "next")) {
			var request = flow("request", "--holder", ORGANISATION, "--email", "jane.doe@example.org", "--phone",
					"02 555 01 01", "--accept-terms");
			assertEquals(ORGANISATION, request.getAsJsonObject("request").get("holder").getAsString());
			var early = documented.read("`resume`", run("resume", "--json").expecting(3).out());
			assertEquals("completed-too-early", outcome(early).getAsJsonObject("error").get("problem").getAsString());
			simulator.issue(request);
			var completed = documented.read("`resume`", run("resume", "--json").expecting(0).out());
			assertEquals("complete", outcome(completed).getAsJsonObject("done").get("flow").getAsString());

			var renewal = flow("renew", keystore(request), "--accept-terms");
			simulator.issue(renewal);
			var key = renewal.getAsJsonObject("request").get("key").getAsString();
			assertEquals("complete", resume(0, key).get("flow").getAsString());
			assertEquals("activate", resume(0, keystore(renewal)).get("flow").getAsString());
			assertTrue(documented.read("`resume`", run("resume", "--json").expecting(0).out()).getAsJsonArray("requests").isEmpty());

			handOver(key, keystore(renewal));
			revokeByForms(key, keystore(renewal));
		}
	}

	/** {@code resume} cannot know where a keystore shall go, until it went there once. */
	private void handOver(String key, String keystore) throws IOException {
		var undecided = resume(1, key).getAsJsonObject("request");
		assertEquals("hand-over", undecided.get("next").getAsString());
		assertTrue(undecided.get("command").getAsString().startsWith("certbench hand-over"), undecided::toString);
		var told = run("resume", key).expecting(1).out();
		assertTrue(told.contains("--target") && told.contains("certbench hand-over"), told);

		var folder = Files.createDirectory(home.resolve("integrator"));
		var certificate = home.resolve("integrator.pem");
		Program.tool("openssl", "req", "-x509", "-newkey", "rsa:2048", "-noenc", "-keyout", home.resolve("key.pem").toString(),
				"-out", certificate.toString(), "-subj", "/CN=integrator.example.org").expecting(0);
		var handedOver = flow("hand-over", keystore, "--target", "encrypted-file", "--set", "certificate=" + certificate, "--set",
				"folder=" + folder);
		assertEquals("handed-over", handedOver.getAsJsonObject("request").get("milestone").getAsString());
		flow("hand-over", keystore, "--target", "by-hand");
		Files.delete(folder.resolve(Path.of(keystore).getFileName() + ".p7m"));
		flow("hand-over", keystore);
		assertTrue(Files.exists(folder.resolve(Path.of(keystore).getFileName() + ".p7m")), "what a person does is not taken for the next time");
	}

	private void revokeByForms(String key, String keystore) throws IOException {
		for (var way : List.of("paper", "form")) {
			var written = flow("revoke", "--certificate", key, "--by", way, "--reason", "cessation", "--accept-terms", "--set",
					"folder=" + Files.createDirectory(home.resolve(way)));
			assertEquals(2, written.getAsJsonArray("files").size());
		}
		flow("revoke", "--certificate", key, "--reason", "key-compromise", "--accept-terms");
		assertEquals("revoked", listed(keystore).get("state").getAsString());
	}

	@Test
	@DisplayName("what only looks has its document as well: list, check, inspect, pending, lookup, export, remind, doctor, the simulator's and the version")
	void looking() throws Exception {
		try (var simulator = RunningSimulator.start(product, "--backdate", "next")) {
			var keystore = keystore(flow("request", "--holder", "self", "--email", "jane.doe@example.org", "--phone",
					"02 555 01 01", "--accept-terms"));
			look("`pending`", 0, "pending");
			var lookedUp = look("`lookup`", 1, "lookup");
			assertTrue(lookedUp.get("needsAction").getAsBoolean());
			flow("complete", keystore);
			look("`lookup`", 0, "lookup", keystore);
			look("`lookup`", 0, "lookup", "--holder", listed(keystore).get("holder").getAsString());

			assertTrue(look("`check`", 1, "check").get("needsAction").getAsBoolean(), "its renewal is due");
			look("`inspect`", 0, "inspect", keystore);
			documented.read("`list`", run("export", "--format", "json").expecting(0).out());
			for (var format : List.of("csv", "ics", "json", "prometheus")) {
				look("`export --output F`", 0, "export", "--format", format, "--output", home.resolve(format).toString());
				assertTrue(Files.size(home.resolve(format)) > 0, format);
			}
			var seen = look("`doctor`", 1, "doctor");
			assertFalse(seen.get("well").getAsBoolean(), "there is no card service");
			look("`simulator --requests` and the decisions", 0, "simulator", "--requests");
			look("`--version`", 0, "--version");
			look(DocumentedJson.FAILURE, 6, "complete", "nothing.p12");
		}
		var folder = home.resolve("demo");
		look("`demo`", 0, "demo", "--folder", folder.toString());
	}

	/** Runs a flow to its end. */
	private JsonObject flow(String id, String... arguments) {
		var report = look(DocumentedJson.FLOW, 0, Stream.concat(Stream.of(id), Stream.of(arguments)).toArray(String[]::new));
		assertEquals(id, report.get("flow").getAsString());
		assertEquals("simulator", report.get("environment").getAsString());
		return report;
	}

	private JsonObject resume(int code, String request) {
		return look(DocumentedJson.FLOW, code, "resume", request);
	}

	private JsonObject look(String document, int code, String... arguments) {
		var ended = run(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new)).expecting(code);
		assertEquals("", ended.err(), "nothing but the document is said");
		return documented.read(document, ended.out());
	}

	/** With every secret in the environment; a file goes before it. */
	private Ended run(String... arguments) {
		return product.run(Map.of("CERTBENCH_PIN", "1234", "CERTBENCH_PASSWORD", NEW, "CERTBENCH_NEW_PASSWORD", NEW), arguments);
	}

	private static JsonObject outcome(JsonObject resumed) {
		assertEquals(1, resumed.getAsJsonArray("requests").size(), resumed::toString);
		return resumed.getAsJsonArray("requests").get(0).getAsJsonObject();
	}

	private JsonObject listed(String keystore) {
		return look("`list`", 0, "list").getAsJsonArray("certificates").asList().stream().map(each -> each.getAsJsonObject())
				.filter(each -> each.get("file").getAsString().equals(keystore)).findFirst().orElseThrow();
	}

	private static String keystore(JsonObject report) {
		return report.get("keystore").getAsString();
	}
}
