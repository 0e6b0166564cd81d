package org.certbench.eid.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.certbench.core.Secret;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.CardReader;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.PinWatch;
import org.certbench.eid.emulator.VpcdConnection;
import org.certbench.eid.pkcs11.internal.ModuleFiles;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("OpenSC's module over a real pcscd, with an emulated card of applet 1.7")
class OpenScTest {

	@RegisterExtension
	static final CardServiceTurn TURN = new CardServiceTurn();

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@TempDir
	private Path folder;

	@Test
	@DisplayName("eid-opensc: the card is read, the authentication key signs, the signature key is out of reach")
	void openSc() throws Exception {
		var installed = new ModuleFiles(() -> folder).openSc();
		assumeFalse(installed.isEmpty(), "opensc-pkcs11 is not installed");
		var emulated = new EmulatedCards().card(CardModel.RSA_1_7, Person.JANE).make();
		var provider = new Pkcs11CardProvider(new ChosenModules(installed.getFirst()));
		try (var service = TURN.start(); var inserted = new VpcdConnection(emulated, VpcdConnection.FIRST_PORT)) {
			var card = awaitCard(provider);
			assertEquals(Person.JANE.number(), card.identity().ssin().value());

			var login = card.signer(CardKey.AUTHENTICATION, "Login",
					request -> Secret.taking(PinWatch.give(EmulatedCard.PIN)));
			SoftTokenTest.assertSigned(login, login.sign("a contract".getBytes(StandardCharsets.UTF_8)));
			assertEquals(3, emulated.triesLeft());

			assertThrows(CardException.ModuleCannotSign.class, () -> card.signer(CardKey.SIGNATURE, "Request", request -> {
				throw new AssertionError("a PIN for nothing");
			}));
		}
	}

	/** The card, as soon as the module sees it. */
	private static Card awaitCard(Pkcs11CardProvider provider) throws Exception {
		var told = new Semaphore(0);
		try (var watch = provider.watch(told::release)) {
			Optional<Card> card = Optional.empty();
			while (card.isEmpty()) {
				if (!told.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
					throw new AssertionError("no card: " + provider.readers().stream().map(CardReader::name).toList());
				}
				for (var reader : provider.readers()) {
					card = card.or(() -> look(reader));
				}
			}
			return card.get();
		}
	}

	private static Optional<Card> look(CardReader reader) {
		try {
			return reader.card();
		} catch (CardException notYet) {
			return Optional.empty();
		}
	}
}
