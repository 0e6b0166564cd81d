package org.certbench.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;

import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.PinWatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As {@link LegalSignatureTest}, with a card in a reader of the card service. */
class LegalSignatureInReaderTest {

	@RegisterExtension
	static final CardServiceTurn TURN = new CardServiceTurn();

	private static final EmulatedCards CARDS = new EmulatedCards();

	@TempDir
	Path home;

	@ParameterizedTest
	@EnumSource
	@DisplayName("M09 the signature of a card in a reader is intact")
	void cardInReader(CardModel model) throws Exception {
		var card = CARDS.card(model, model.isEllipticCurve() ? Person.JOHN : Person.JANE).make();
		var roots = Files.writeString(home.resolve("test-roots.pem"), CARDS.rootsAsPem());
		try (var service = TURN.start(); var inserted = service.insert(card)) {
			var product = Product.withHome(home).with("-Dcertbench.eid.testRoots=" + roots);
			// once to tell who it is, once to sign
			PinWatch.give(2);
			var message = SignedRequest.send(product, home, "pcsc:Virtual PCD 00 00");

			SignedRequest.assertSigned(new SignatureJudge(CARDS.roots()).judge(message));
			assertEquals(3, card.triesLeft());
		}
	}
}
