package org.certbench.cli.simulator.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.testing.TestKeystores;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;

@DisplayName("The life of a certificate on the command line, beside a simulator that serves")
class LifeOnTheCommandLineTest {

	private static final String[] REQUEST = { "request", "--holder", "self", "--email", "jane@example.org", "--phone",
			"02 555 01 01", "--accept-terms", "--json" };

	@TempDir
	private Path home;
	private CommandLine certbench;

	@BeforeEach
	void secretsAreInTheEnvironment() {
		certbench = with(Map.of());
	}

	private CommandLine with(Map<String, String> others) {
		var variables = new HashMap<>(Map.of("CERTBENCH_PIN", "1234", "CERTBENCH_PASSWORD", "Correct horse 1",
				"CERTBENCH_NEW_PASSWORD", "Correct horse 1"));
		variables.putAll(others);
		return new CommandLine(home, variables);
	}

	@Test
	@DisplayName("I03, M14, M22: requested, too early, issued by hand, completed, renewed, resumed, activated")
	void life() throws Exception {
		try (var simulator = new Serving(new CommandLine(home, Map.of()), "simulator", "--issue", "by-hand", "--backdate",
				"next")) {
			var request = certbench.run(REQUEST).expecting(0).json();
			var old = request.get("keystore").getAsString();

			var early = certbench.run("complete", old, "--json").expecting(3).json().getAsJsonObject("error");
			assertEquals("not-yet", early.get("kind").getAsString());
			assertEquals("completed-too-early", early.get("problem").getAsString());
			assertTrue(certbench.run("pending").expecting(0).out().contains("certbench complete '" + old + "'"));

			issue(request);
			certbench.run("complete", old).expecting(0);
			assertEquals("renewal-due", state(old));

			var renewal = certbench.run("renew", old, "--accept-terms", "--json").expecting(0).json();
			var renewed = renewal.get("keystore").getAsString();
			assertEquals("renewal-awaits-completion", state(old));
			assertEquals(3, certbench.run("resume").code(), "not issued yet");
			issue(renewal);
			certbench.run("resume").expecting(0);
			assertEquals("renewal-awaits-activation", state(old));

			var told = certbench.run("activate").expecting(0).out();
			assertTrue(told.startsWith(renewed + ": Found by itself"), told);
			assertEquals("superseded", state(old));
			assertEquals("active", state(renewed));
			assertEquals(0, certbench.run("pending", "--json").expecting(0).json().getAsJsonArray("requests").size());
			assertEquals(0, simulator.stop());
		}
	}

	@Test
	@DisplayName("M22: of a keystore that was renamed meanwhile, pending tells how one goes on, and resume finds it")
	void renamed() throws IOException {
		var keystore = Path.of(certbench.run(REQUEST).expecting(0).json().get("keystore").getAsString());
		var away = Files.move(keystore, home.resolve("away"));
		var request = certbench.run("pending", "--json").expecting(0).json().getAsJsonArray("requests").get(0).getAsJsonObject();
		var key = request.get("key").getAsString();
		assertEquals("certbench resume " + key, request.get("command").getAsString());
		assertTrue(certbench.run("resume", key).expecting(6).err().contains(keystore.getFileName().toString()));

		var renamed = Files.move(away, keystore.resolveSibling("our certificate.p12"));
		var completed = certbench.run("resume", key, "--json").expecting(0).json();

		assertEquals(renamed.toString(), completed.get("keystore").getAsString());
		assertEquals(key, key(completed));
	}

	private void issue(JsonObject flow) {
		certbench.run("simulator", "--issue-now", key(flow)).expecting(0);
	}

	private static String key(JsonObject flow) {
		return flow.getAsJsonObject("request").get("key").getAsString();
	}

	private String state(String file) {
		var listed = certbench.run("list", "--json").expecting(0).json().getAsJsonArray("certificates");
		return StreamSupport.stream(listed.spliterator(), false).map(each -> each.getAsJsonObject())
				.filter(each -> each.get("file").getAsString().equals(file)).findFirst().orElseThrow().get("state").getAsString();
	}

	@Test
	@DisplayName("without a simulator that serves, each call has its own over the same state; what fails says so and exits")
	void failures() throws IOException {
		var wrongPin = with(Map.of("CERTBENCH_PIN", "9999")).run(REQUEST).expecting(5).json().getAsJsonObject("error");
		assertEquals("eid-pin-wrong", wrongPin.get("problem").getAsString());
		assertEquals(5, wrongPin.get("exitCode").getAsInt());

		var notOffered = certbench.run("request", "--holder", "CBE=0999999922", "--email", "jane@example.org", "--phone",
				"02 555 01 01", "--accept-terms").expecting(4);
		assertEquals(3, notOffered.err().lines().count(), notOffered.err());
		assertTrue(notOffered.err().contains("no-organisation"), notOffered.err());

		var trace = home.resolve("trace");
		var keystore = certbench.run(withTrace(trace)).expecting(0).json().get("keystore").getAsString();
		assertTrue(Files.list(trace).findFirst().isPresent(), "messages in the trace");
		with(Map.of("CERTBENCH_PASSWORD", "Wrong horse 1")).run("complete", keystore).expecting(6);
		certbench.run("complete", home.resolve("nothing.p12").toString()).expecting(6);
		certbench.run("complete", keystore, "--environment", "acceptance").expecting(6);
		certbench.run("complete").expecting(0);
	}

	@Test
	@DisplayName("B06, I03: looked up with the eID, and without a card; exit code 1 where something is to be done")
	void lookedUp() throws Exception {
		var keystore = Path.of(certbench.run(REQUEST).expecting(0).json().get("keystore").getAsString());
		var issued = certbench.run("lookup", "--json").expecting(1).json().getAsJsonArray("comparison").get(0).getAsJsonObject();
		assertEquals("completion-awaited",
				issued.getAsJsonArray("differences").get(0).getAsJsonObject().get("difference").getAsString());
		certbench.run("complete", keystore.toString()).expecting(0);

		assertEquals(0, certbench.run("lookup", "--json").expecting(0).json().getAsJsonArray("comparison").get(0)
				.getAsJsonObject().getAsJsonArray("differences").size());
		var token = with(Map.of("CERTBENCH_PIN", "")).run("lookup", keystore.toString(), "--json").expecting(0).json()
				.getAsJsonArray("comparison").get(0).getAsJsonObject().getAsJsonObject("token");
		assertFalse(token.get("serial").isJsonNull(), "anybody can look up the token");
		certbench.run("lookup", "--holder", "nobody").expecting(2);

		Files.delete(keystore);
		var lost = certbench.run("lookup").expecting(1).out();
		assertTrue(lost.contains("keystore-lost"), lost);
	}

	private static String[] withTrace(Path trace) {
		var all = new String[REQUEST.length + 2];
		System.arraycopy(REQUEST, 0, all, 0, REQUEST.length);
		all[REQUEST.length] = "--trace";
		all[REQUEST.length + 1] = trace.toString();
		return all;
	}

	@Test
	@DisplayName("a request that another program made is certified, in its renewal window")
	void certified() throws Exception {
		var ambulances = new HolderSubject(Holder.parse("NIHII-AMBU_SERVICE=79699950"), "AMBULANCE SERVICE OF NOWHERE");
		var request = home.resolve("request.der");
		try (var password = Secret.taking("Correct horse 1".toCharArray());
				var keystore = TestKeystores.keystores().create(home, ambulances.holder(), Environment.SIMULATOR)
						.save(password, Progress.NONE)) {
			Files.write(request, keystore.certificationRequest(ambulances.toDistinguishedName()));
		}

		var chain = home.resolve("chain.pem");
		certbench.run("simulator", "--certify", request.toString(), "--output", chain.toString(), "--backdate").expecting(0);

		assertTrue(Files.readString(chain).startsWith("-----BEGIN CERTIFICATE-----\n"));
		certbench.run("simulator", "--certify", chain.toString()).expecting(2);
		assertFalse(certbench.run("simulator", "--requests").expecting(0).out().isBlank());
	}

	@Test
	@DisplayName("the simulator's commands refuse other environments and wrong words")
	void usage() {
		for (var wrong : List.of(List.of("demo", "--environment", "production"), List.of("simulator", "--issue", "sometime"),
				List.of("simulator", "--issue-now", "12"), List.of("simulator", "--port", "70000"))) {
			certbench.run(wrong.toArray(String[]::new)).expecting(2);
		}
	}
}
