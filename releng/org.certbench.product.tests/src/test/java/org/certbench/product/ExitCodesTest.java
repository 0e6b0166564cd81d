package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import org.certbench.product.Program.Ended;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/**
 * The exit codes as the README tells them: each with commands that end with it, on a computer that has
 * a keystore whose certificate is not issued yet and one whose request was refused.
 */
@DisplayName("I03: exit codes")
class ExitCodesTest {

	private static final Map<String, String> SECRETS = Map.of("CERTBENCH_PIN", "1234", "CERTBENCH_PASSWORD", "Correct horse 1",
			"CERTBENCH_NEW_PASSWORD", "Correct horse 1");
	private static final String WRONG_PASSWORD = "CERTBENCH_PASSWORD=Wrong horse 1";
	/** Nothing listens there. */
	private static final String NO_SERVICE = "CERTBENCH_SIMULATOR=http://127.0.0.1:1";
	/** An answer to every question of a request. */
	private static final String ANSWERS = "--email jane.doe@example.org --phone 025550101 --accept-terms";
	private static final String UNKNOWN_KEY = "0123456789ABCDEF0123456789ABCDEF01234567";

	@TempDir
	static Path home;
	private static Product product;
	private static RunningSimulator simulator;
	/** What stands in a call's words for a name that is known only now. */
	private static final Map<String, String> NAMES = new HashMap<>();

	/**
	 * A call that ends with a code.
	 *
	 * @param words   variables of the environment as {@code NAME=value}, then the arguments, separated by spaces;
	 *                {@code {name}} stands for one of the {@link #NAMES}
	 * @param problem what the error names: a page of the guide; or null
	 */
	private record Call(int code, List<String> variables, String words, String problem) {

		Call(int code, String words) {
			this(code, List.of(), words, null);
		}

		Call(int code, String words, String problem) {
			this(code, List.of(), words, problem);
		}

		Call with(String variable) {
			return new Call(code, List.of(variable), words, problem);
		}

		Ended run(String... more) {
			var environment = new HashMap<>(SECRETS);
			variables.forEach(each -> environment.put(each.split("=", 2)[0], each.split("=", 2)[1]));
			return product.run(environment, Stream.concat(arguments(), Stream.of(more)).toArray(String[]::new));
		}

		private Stream<String> arguments() {
			return Arrays.stream(words.split(" ")).map(word -> NAMES.getOrDefault(word, word));
		}

		@Override
		public String toString() {
			return Stream.concat(Stream.of(code + ":"), Stream.concat(variables.stream(), Stream.of(words)))
					.collect(Collectors.joining(" "));
		}
	}

	static Stream<Call> calls() {
		return Stream.of(new Call(0, "list"), new Call(0, "pending"), new Call(0, "inspect {keystore}"), new Call(0, "--version"),
				new Call(0, "lookup-keystore --help"),
				new Call(1, "check {damaged}"), new Call(1, "doctor").with(NO_SERVICE),
				new Call(2, "nonsense"), new Call(2, "list --nonsense"), new Call(2, "list --environment nowhere"),
				new Call(2, "list --language xx"), new Call(2, "list --card"), new Call(2, "renew --accept-terms"),
				new Call(2, "request " + ANSWERS), new Call(2, "request --holder nonsense " + ANSWERS),
				new Call(2, "request --holder self --phone 025550101 --accept-terms"),
				new Call(2, "request --holder self --card nowhere " + ANSWERS),
				new Call(2, "complete {keystore} --password-file {nothing}"), new Call(2, "hand-over {keystore} --target nowhere"),
				new Call(2, "revoke {keystore} --reason lost --accept-terms"), new Call(2, "inspect"),
				new Call(2, "export --format pdf"), new Call(2, "remind"), new Call(2, "lookup --holder nobody"),
				new Call(2, "resume {damaged}"), new Call(2, "demo --environment production"),
				new Call(2, "simulator --port 70000"),
				new Call(3, "complete {keystore}", "completed-too-early"), new Call(3, "complete", "completed-too-early"), new Call(3, "resume", "completed-too-early"),
				new Call(3, "resume {keystore}", "completed-too-early"),
				new Call(4, "request --holder CBE=0999999922 " + ANSWERS, "no-organisation"),
				new Call(4, "complete {refused}", "refused"),
				new Call(4, "revoke --certificate " + UNKNOWN_KEY + " --reason superseded --accept-terms", "not-known-there"),
				new Call(5, "request --holder NIHII-PHARMACY=99999971 " + ANSWERS, "eid-pin-wrong").with("CERTBENCH_PIN=4321"),
				new Call(5, "lookup", "eid-pin-wrong").with("CERTBENCH_PIN=4321"),
				new Call(5, "request --holder self --environment acceptance --card virtual " + ANSWERS, "eid-not-an-eid"),
				new Call(6, "complete {keystore}", "password-lost").with(WRONG_PASSWORD),
				new Call(6, "renew {keystore} --accept-terms", "password-lost").with(WRONG_PASSWORD),
				new Call(6, "activate {keystore}", "password-lost").with(WRONG_PASSWORD),
				new Call(6, "password {keystore}", "password-lost").with(WRONG_PASSWORD),
				new Call(6, "hand-over {keystore} --target folder", "password-lost").with(WRONG_PASSWORD),
				new Call(6, "lookup-keystore {keystore}", "password-lost").with(WRONG_PASSWORD),
				new Call(6, "complete {nothing}", "keystore-lost"), new Call(6, "inspect {damaged}"),
				new Call(7, "request --holder self " + ANSWERS, "network-proxy").with(NO_SERVICE),
				new Call(7, "complete {keystore}", "network-proxy").with(NO_SERVICE),
				new Call(7, "revoke {keystore} --reason superseded --accept-terms", "network-proxy").with(NO_SERVICE),
				new Call(7, "lookup", "network-proxy").with(NO_SERVICE),
				new Call(7, "lookup --holder SSIN=85999900189", "network-proxy").with(NO_SERVICE),
				new Call(7, "resume", "network-proxy").with(NO_SERVICE));
	}

	@BeforeAll
	static void makeKeystores() throws Exception {
		product = Product.withHome(home);
		simulator = RunningSimulator.start(product, "--issue", "by-hand");
		NAMES.put("{keystore}", request("self").get("keystore").getAsString());
		var refused = request("NIHII-AMBU_SERVICE=79699950");
		NAMES.put("{refused}", refused.get("keystore").getAsString());
		product.run("simulator", "--refuse", refused.getAsJsonObject("request").get("key").getAsString()).expecting(0);
		new Call(4, "resume").run().expecting(4);
		NAMES.put("{nothing}", home.resolve("nothing.p12").toString());
		NAMES.put("{damaged}", Files.writeString(home.resolve("SSIN=85999900189 20260301-101500.p12"), "damaged").toString());
	}

	private static JsonObject request(String holder) {
		return JsonParser.parseString(new Call(0, "request --json --holder " + holder + " " + ANSWERS).run().expecting(0).out())
				.getAsJsonObject();
	}

	@AfterAll
	static void stop() throws InterruptedException {
		simulator.close();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("calls")
	@DisplayName("a command ends with")
	void ends(Call call) {
		var ended = call.run().expecting(call.code());
		assertEquals(call.code() < 2, ended.err().isEmpty(), ended.err());
		if (call.problem() != null) {
			assertTrue(ended.err().lines().anyMatch(("Guide: " + call.problem())::equals), ended.err());
		}
	}

	@Test
	@DisplayName("8: interrupted while the service lets wait, and only then")
	void interrupted() throws Exception {
		try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			var output = home.resolve("interrupted.txt");
			var process = product.with("-Dcertbench.simulator=http://127.0.0.1:" + silent.getLocalPort()).start(output, "lookup",
					"--holder", "SSIN=85999900189", "--json");
			try (var asked = silent.accept()) {
				assertTrue(process.isAlive(), () -> "it waits for the answer to " + asked);
				process.destroy();
				assertTrue(process.waitFor(60, TimeUnit.SECONDS));
			}
			assertEquals(8, process.exitValue(), Files.readString(output));
			assertEquals("cancelled", JsonParser.parseString(Files.readString(output)).getAsJsonObject().getAsJsonObject("error")
					.get("kind").getAsString());
		}
	}

	@Test
	@DisplayName("70: somebody's command that cannot be made; the details are in the log alone")
	void fault() throws IOException {
		var broken = product.copy(home.resolve("broken"), List.of(), List.of(bundleWithBrokenCommand()));

		var ended = broken.run("broken").expecting(70);

		assertEquals(2, ended.err().lines().count(), ended.err());
		assertFalse(ended.err().contains("org.example"), ended.err());
		assertTrue(Files.readString(product.data().resolve("certbench.log")).contains("org.example.broken"));
	}

	/** A bundle whose plugin.xml names a class that is not there. */
	private static Path bundleWithBrokenCommand() throws IOException {
		var manifest = new Manifest(new ByteArrayInputStream("""
				Manifest-Version: 1.0
				Bundle-ManifestVersion: 2
				Bundle-SymbolicName: org.example.broken;singleton:=true
				Bundle-Version: 1.0.0
				""".getBytes(StandardCharsets.UTF_8)));
		var jar = home.resolve("org.example.broken_1.0.0.jar");
		try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
			out.putNextEntry(new ZipEntry("plugin.xml"));
			out.write("""
					<?xml version="1.0" encoding="UTF-8"?>
					<plugin>
					   <extension point="org.certbench.cli.commands">
					      <command id="broken" name="Broken" class="org.example.broken.NotThere"/>
					   </extension>
					</plugin>
					""".getBytes(StandardCharsets.UTF_8));
		}
		return jar;
	}

	@Test
	@DisplayName("with --json an error is the documented one, with its kind and its exit code")
	void documents() {
		var documented = DocumentedJson.ofReadme();
		var kinds = calls().filter(call -> call.problem() != null).collect(Collectors.toMap(Call::code, call -> call, (first, other) -> first));
		kinds.forEach((code, call) -> {
			var answer = documented.read(call.words().startsWith("resume") ? "`resume`" : DocumentedJson.FAILURE,
					call.run("--json").expecting(code).out());
			assertEquals(code, answer.getAsJsonObject("error").get("exitCode").getAsInt());
			assertEquals(call.problem(), answer.getAsJsonObject("error").get("problem").getAsString());
		});
	}

	@Test
	@DisplayName("each one that the README tells is among these")
	void complete() throws IOException {
		var readme = Files.readString(Path.of(System.getProperty("certbench.root"), "README.md"));
		var told = readme.substring(readme.indexOf("**Exit codes**"), readme.indexOf("70 a fault") + 2);
		var codes = Pattern.compile("(?:: |· )(\\d+)").matcher(told.replace('\n', ' ').replace("  ", " ")).results()
				.map(found -> Integer.valueOf(found.group(1))).collect(Collectors.toCollection(TreeSet::new));
		var shown = Stream.concat(calls().map(Call::code), Stream.of(8, 70)).collect(Collectors.toCollection(TreeSet::new));
		assertEquals(codes, shown);
	}
}
