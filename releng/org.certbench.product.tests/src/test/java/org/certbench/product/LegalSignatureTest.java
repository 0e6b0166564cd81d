package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.certbench.eid.emulator.EmulatedCards;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The request of a certificate as it was sent, signed with each kind of card, judged by EU DSS. */
class LegalSignatureTest {

	@TempDir
	Path home;

	@ParameterizedTest
	@ValueSource(strings = { "Virtual reader 1 (RSA)", "Virtual reader 2 (EC)" })
	@DisplayName("M09 a virtual card's signature is intact")
	void virtualCard(String reader) throws Exception {
		var product = Product.withHome(home);
		var message = SignedRequest.send(product, home, "virtual:" + reader);

		SignedRequest.assertSigned(SignatureJudge.ofVirtualCards(product).judge(message));
	}

	@ParameterizedTest
	@CsvSource({ "jane.doe@example.org, 0", "<ds:SignatureValue>, 25" })
	@DisplayName("one byte of the content, or of the signature, is another: broken")
	void changed(String near, int distance) throws Exception {
		var product = Product.withHome(home);
		var message = SignedRequest.send(product, home, "virtual:Virtual reader 1 (RSA)");
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
		var message = SignedRequest.send(Product.withHome(home), home, "virtual:Virtual reader 2 (EC)");

		var judgement = new SignatureJudge(new EmulatedCards().roots()).judge(message);

		assertTrue(judgement.intact());
		assertNotEquals(SignatureJudge.NO_REVOCATION_DATA, SignedRequest.complaintsOfChain(judgement));
	}
}
