package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.certbench.product.Program.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

/** {@code certbench revoke}: by form and over the service, with the form judged by poppler and EU DSS. */
@DisplayName("M30: revoking on the command line")
class RevocationTest {

	private static final Map<String, String> SECRETS = Map.of("CERTBENCH_PIN", "1234", "CERTBENCH_NEW_PASSWORD",
			"New-password-2");

	@TempDir
	Path home;
	private Product product;

	@BeforeEach
	void start() {
		product = Product.withHome(home);
	}

	/** Requests a certificate with a card; its keystore. */
	private String requested(String card) {
		return json(product.run(SECRETS, "request", "--card", card, "--holder", "self", "--email", "jane.doe@example.org",
				"--phone", "02 555 01 01", "--accept-terms", "--json").expecting(0)).get("keystore").getAsString();
	}

	private static JsonObject json(Ended ended) {
		return JsonParser.parseString(ended.out()).getAsJsonObject();
	}

	@ParameterizedTest
	@ValueSource(strings = { "virtual:Virtual reader 1 (RSA)", "virtual:Virtual reader 2 (EC)" })
	@DisplayName("the form's signature is valid for poppler; for EU DSS it is PAdES baseline B, intact and legally binding")
	void form(String card) throws Exception {
		var keystore = requested(card);

		var report = json(product.run(SECRETS, "revoke", keystore, "--by", "form", "--reason", "password-forgotten", "--card",
				card, "--accept-terms", "--json").expecting(0));

		var files = report.getAsJsonArray("files");
		assertEquals(2, files.size());
		var pdf = files.get(0).getAsString();
		var poppler = Program.tool("pdfsig", "-nocert", pdf).expecting(0).out();
		assertTrue(poppler.contains("Signature is Valid") && poppler.contains("Total document signed"), poppler);
		var judgement = SignatureJudge.ofVirtualCards(product).judge(Files.readAllBytes(Path.of(pdf)));
		assertTrue(judgement.intact(), judgement::toString);
		assertTrue(judgement.isLegallyBinding(), judgement::toString);
		assertEquals("PAdES-BASELINE-B", judgement.form());
		assertEquals(SignatureJudge.NO_REVOCATION_DATA, judgement.complaints());
		assertFalse(stateOf(keystore).equals("revoked"), "eHealth has not got the form yet");
	}

	@Test
	@DisplayName("without a card a form is written to be signed by hand; nothing is asked")
	void paper() {
		var keystore = requested("virtual");

		var ended = product.run("revoke", keystore, "--by", "paper", "--reason", "cessation", "--accept-terms", "--set",
				"folder=" + home, "--quiet").expecting(0);

		assertEquals(2, ended.out().lines().map(Path::of).filter(Files::exists).filter(file -> file.startsWith(home)).count());
	}

	@Test
	@DisplayName("over the service, without the keystore's password; a second time there is nothing left to do")
	void service() {
		var keystore = requested("virtual");
		product.run(SECRETS, "revoke", keystore, "--reason", "superseded", "--accept-terms").expecting(0);
		assertEquals("revoked", stateOf(keystore));

		var again = json(product.run(SECRETS, "revoke", keystore, "--reason", "superseded", "--accept-terms", "--json").expecting(0));

		assertEquals("revoked", again.getAsJsonObject("request").get("milestone").getAsString());
		assertTrue(json(product.run("pending", "--json").expecting(0)).getAsJsonArray("requests").isEmpty());
	}

	@Test
	@DisplayName("a wrong reason, a contract that nobody accepted and a certificate that nobody named are wrong calls")
	void wrongCalls() {
		var keystore = requested("virtual");
		assertTrue(product.run(SECRETS, "revoke", keystore, "--reason", "lost", "--accept-terms").expecting(2).err()
				.contains("key-compromise|password-forgotten|affiliation-changed|superseded|cessation"));
		product.run(SECRETS, "revoke", keystore, "--reason", "superseded").expecting(2);
		assertTrue(product.run(SECRETS, "revoke", "--reason", "superseded", "--accept-terms").expecting(2).err().contains(".p12"));
		product.run(SECRETS, "revoke", "--certificate", "nonsense", "--reason", "superseded", "--accept-terms").expecting(2);
		product.run(SECRETS, "revoke", "--certificate", "0123456789ABCDEF0123456789ABCDEF01234567", "--reason", "superseded",
				"--accept-terms").expecting(4);
		assertFalse(stateOf(keystore).equals("revoked"));
	}

	private String stateOf(String keystore) {
		return json(product.run("list", "--json").expecting(0)).getAsJsonArray("certificates").asList().stream()
				.map(each -> each.getAsJsonObject()).filter(each -> each.get("file").getAsString().equals(keystore)).findFirst()
				.orElseThrow().get("state").getAsString();
	}
}
