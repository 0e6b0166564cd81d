package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.product.SignatureJudge.Judgement;

/** The request of a certificate as it was sent, and what is to be said of its signature. */
final class SignedRequest {

	/** The protocol wants plain XML-DSig, which has no place for a moment. */
	private static final String NO_SIGNING_TIME = "The signed qualifying property: 'signing-time' is not present!";

	private SignedRequest() {
	}

	/**
	 * Requests a certificate, and gives the message that went out.
	 *
	 * @param home of the product; gets a folder of messages, which must not be there
	 * @param card as {@code --card} takes it
	 */
	static byte[] send(Product product, Path home, String card) throws IOException {
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

	static void assertSigned(Judgement judgement) {
		assertTrue(judgement.intact(), judgement::toString);
		assertTrue(judgement.isLegallyBinding(), judgement::toString);
		assertEquals(SignatureJudge.NO_REVOCATION_DATA, complaintsOfChain(judgement));
	}

	static Set<String> complaintsOfChain(Judgement judgement) {
		var complaints = new HashSet<>(judgement.complaints());
		complaints.remove(NO_SIGNING_TIME);
		return complaints;
	}
}
