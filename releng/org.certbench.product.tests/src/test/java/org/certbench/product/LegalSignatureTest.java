package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardService;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.VpcdConnection;
import org.certbench.product.SignatureJudge.Judgement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request of a certificate as it was sent, signed with each kind of card, judged by EU DSS. */
class LegalSignatureTest {

	private static final EmulatedCards CARDS = new EmulatedCards();
	/** The protocol wants plain XML-DSig, which has no place for a moment. */
	private static final String NO_SIGNING_TIME = "The signed qualifying property: 'signing-time' is not present!";

	@TempDir
	Path home;

	@ParameterizedTest
	@ValueSource(strings = { "Virtual reader 1 (RSA)", "Virtual reader 2 (EC)" })
	@DisplayName("M09 a virtual card's signature is intact")
	void virtualCard(String reader) throws Exception {
		var product = Product.withHome(home);
		var message = request(product, "virtual:" + reader);

		assertSigned(SignatureJudge.ofVirtualCards(product).judge(message));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("M09 the signature of a card in a reader is intact")
	void cardInReader(CardModel model) throws Exception {
		var lacking = CardService.lacking();
		assumeTrue(lacking.isEmpty(), lacking::toString);
		var card = CARDS.card(model, model.isEllipticCurve() ? Person.JOHN : Person.JANE).make();
		var roots = Files.writeString(home.resolve("test-roots.pem"), pem(CARDS.roots()));
		try (var service = CardService.start(); var inserted = new VpcdConnection(card, VpcdConnection.FIRST_PORT)) {
			var message = request(Product.withHome(home).with("-Dcertbench.eid.testRoots=" + roots),
					"pcsc:Virtual PCD 00 00");

			assertSigned(new SignatureJudge(CARDS.roots()).judge(message));
			assertEquals(3, card.triesLeft());
		}
	}

	@ParameterizedTest
	@CsvSource({ "jane.doe@example.org, 0", "<ds:SignatureValue>, 25" })
	@DisplayName("one byte of the content, or of the signature, is another: broken")
	void changed(String near, int distance) throws Exception {
		var product = Product.withHome(home);
		var message = request(product, "virtual:Virtual reader 1 (RSA)");
		var judge = SignatureJudge.ofVirtualCards(product);
		assertTrue(judge.judge(message).intact());

		// in an encoding with a character for each byte
		int at = new String(message, StandardCharsets.ISO_8859_1).indexOf(near) + distance;
		message[at] = (byte) (message[at] == 'A' ? 'B' : 'A');

		assertFalse(judge.judge(message).intact());
	}

	@Test
	@DisplayName("under a root that is not trusted, the chain gives cause for other complaints")
	void untrusted() throws Exception {
		var message = request(Product.withHome(home), "virtual:Virtual reader 2 (EC)");

		var judgement = new SignatureJudge(CARDS.roots()).judge(message);

		assertTrue(judgement.intact());
		assertNotEquals(SignatureJudge.NO_REVOCATION_DATA, complaintsOfChain(judgement));
	}

	private static void assertSigned(Judgement judgement) {
		assertTrue(judgement.intact(), judgement::toString);
		assertTrue(judgement.isLegallyBinding(), judgement::toString);
		assertEquals(SignatureJudge.NO_REVOCATION_DATA, complaintsOfChain(judgement));
	}

	private static Set<String> complaintsOfChain(Judgement judgement) {
		var complaints = new HashSet<>(judgement.complaints());
		complaints.remove(NO_SIGNING_TIME);
		return complaints;
	}

	/** Requests a certificate, and gives the message that went out. */
	private byte[] request(Product product, String card) throws IOException {
		var trace = home.resolve("trace");
		product.run(Map.of("CERTBENCH_PIN", EmulatedCard.PIN, "CERTBENCH_NEW_PASSWORD", "New-password-2"), "request", "--card",
				card, "--holder", "self", "--email", "jane.doe@example.org", "--phone", "02 555 01 01",
				"--accept-terms", "--trace", trace.toString()).expecting(0);
		try (var files = Files.list(trace)) {
			var sent = files.filter(file -> file.getFileName().toString().endsWith("-GenerateCertificate-request.xml")).toList();
			assertEquals(1, sent.size(), sent::toString);
			return Files.readAllBytes(sent.getFirst());
		}
	}

	private static String pem(List<X509Certificate> certificates) throws GeneralSecurityException {
		var pem = new StringBuilder();
		for (var certificate : certificates) {
			pem.append("-----BEGIN CERTIFICATE-----\n").append(Base64.getMimeEncoder().encodeToString(certificate.getEncoded()))
					.append("\n-----END CERTIFICATE-----\n");
		}
		return pem.toString();
	}
}
