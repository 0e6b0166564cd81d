package org.certbench.eid.pcsc;

import static org.certbench.eid.pcsc.CardTable.MSE;
import static org.certbench.eid.pcsc.CardTable.PSO;
import static org.certbench.eid.pcsc.CardTable.VERIFY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.Fault;
import org.certbench.eid.emulator.PinWatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Signing with a card")
@ExtendWith(PinWatch.class)
class SigningTest {

	static final byte[] DATA = "a contract".getBytes(StandardCharsets.UTF_8);
	private static final String PIN = EmulatedCard.PIN;

	private final CardTable table = new CardTable();

	@ParameterizedTest
	@EnumSource
	@DisplayName("M09 with every kind of card and both keys: key, PIN, signature in this order")
	void signs(CardModel model) throws Exception {
		for (var key : CardKey.values()) {
			var card = CardTable.make(model);
			table.insert(card);
			var signer = table.signer(key, PIN);

			assertSigned(signer, signer.sign(DATA));

			assertEquals(List.of(MSE, VERIFY, PSO), CardTable.signing(card));
			table.terminal.remove();
		}
	}

	@Test
	@DisplayName("M06 the signature key wants the PIN each time, and says what it means")
	void pinEachTime() throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		var signer = table.signer(CardKey.SIGNATURE, PIN, PIN);
		signer.sign(DATA);
		signer.sign(DATA);
		assertEquals(2, table.asked.size());
		assertEquals("Request of a certificate", table.asked.getFirst().meaning());
		assertEquals(OptionalInt.of(3), table.asked.getFirst().triesLeft());
	}

	@Test
	@DisplayName("the authentication key wants the PIN once, and again when another program reset the card")
	void pinOncePerSession() throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		var signer = table.signer(CardKey.AUTHENTICATION, PIN, PIN);
		signer.sign(DATA);
		assertSigned(signer, signer.sign(DATA));
		assertEquals(1, table.asked.size());

		table.terminal.resetByAnother();
		assertSigned(signer, signer.sign(DATA));
		assertEquals(2, table.asked.size());
	}

	@Test
	@DisplayName("the authentication key wants the PIN again when the card has forgotten it")
	void forgottenPin() throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		var signer = table.signer(CardKey.AUTHENTICATION, PIN, PIN);
		signer.sign(DATA);
		card.reset();
		assertSigned(signer, signer.sign(DATA));
		assertEquals(2, table.asked.size());
	}

	@Test
	@DisplayName("eid-pin-wrong, eid-pin-blocked: three wrong PINs, each one given by the person")
	void threeWrongPins() throws Exception {
		var card = CardTable.make(CardModel.RSA_1_7);
		table.insert(card);
		var signer = table.signer(CardKey.SIGNATURE, "0000", "0001", "0002");
		assertEquals(OptionalInt.of(2), assertThrows(CardException.PinWrong.class, () -> signer.sign(DATA)).triesLeft());
		assertEquals(OptionalInt.of(1), assertThrows(CardException.PinWrong.class, () -> signer.sign(DATA)).triesLeft());
		assertEquals("eid-pin-blocked",
				assertThrows(CardException.PinBlocked.class, () -> signer.sign(DATA)).problem());

		// Known to be blocked: nobody is asked any more.
		assertThrows(CardException.PinBlocked.class, () -> signer.sign(DATA));
		assertEquals(3, table.asked.size());
		assertEquals(List.of(OptionalInt.empty(), OptionalInt.of(2), OptionalInt.of(1)),
				table.asked.stream().map(request -> request.triesLeft()).toList());
		assertEquals(3, card.count(VERIFY));
		assertEquals(0, card.count(PSO));

		// After another insertion, applet 1.7 does not tell before the PIN.
		table.terminal.remove();
		table.insert(card);
		assertThrows(CardException.PinBlocked.class, () -> table.signer(CardKey.SIGNATURE, PIN).sign(DATA));
	}

	@Test
	@DisplayName("eid-pin-blocked: applet 1.8 tells it before anybody is asked")
	void blockedBefore() throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		var signer = table.signer(CardKey.SIGNATURE, "0000", "0000", "0000");
		for (int i = 0; i < 3; i++) {
			assertThrows(CardException.class, () -> signer.sign(DATA));
		}
		table.terminal.remove();
		table.insert(card);
		assertThrows(CardException.PinBlocked.class, () -> table.signer(CardKey.SIGNATURE).sign(DATA));
		assertEquals(3, table.asked.size());
	}

	@ParameterizedTest
	@CsvSource({ "63C2,eid-pin-wrong", "63C1,eid-pin-wrong", "63C0,eid-pin-blocked", "6983,eid-pin-blocked",
			"6984,eid-pin-blocked", "6A80,eid-pin-format", "6700,eid-pin-format", "6400,eid-pad-timeout",
			"6403,eid-pin-format", "6401,cancelled", "6402,eid-unreadable", "6982,eid-unreadable", "6F00,eid-unreadable",
			"6C08,eid-unreadable" })
	@DisplayName("every status word of VERIFY: its problem, no second try, no signature")
	void statusOfVerify(String status, String problem) throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		var signer = table.signer(CardKey.SIGNATURE, PIN);
		card.failWhen(command -> command[1] == VERIFY, new Fault.Status(Integer.parseInt(status, 16)));

		var thrown = assertThrows(ProblemException.class, () -> signer.sign(DATA));

		assertEquals(problem, thrown.problem());
		assertEquals(1, card.count(VERIFY));
		assertEquals(0, card.count(PSO));
		assertEquals(3, card.triesLeft());
		assertEquals(1, table.asked.size());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "123", "1234567890123", "12a4", "١٢٣٤" })
	@DisplayName("eid-pin-format: what cannot be a PIN costs no try")
	void impossiblePin(String pin) throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		var thrown = assertThrows(CardException.PinFormat.class,
				() -> table.signer(CardKey.SIGNATURE, pin).sign(DATA));
		assertEquals("eid-pin-format", thrown.problem());
		assertEquals(0, card.count(VERIFY));
	}

	@ParameterizedTest
	@ValueSource(strings = { "12345", "123456", "123456789012" })
	@DisplayName("a PIN of another length goes to the card as it is")
	void longerPin(String pin) throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		assertThrows(CardException.PinWrong.class, () -> table.signer(CardKey.SIGNATURE, pin).sign(DATA));
		assertEquals(2, card.triesLeft());
	}

	/** Every command of a signature, by how many precede it. */
	static Stream<Arguments> commandsOfASignature() throws Exception {
		var all = new ArrayList<Arguments>();
		for (var model : CardModel.values()) {
			var card = CardTable.make(model);
			var table = new CardTable();
			table.insert(card);
			var signer = table.signer(CardKey.SIGNATURE, PIN);
			int before = card.commands().size();
			signer.sign(DATA);
			int needed = card.commands().size() - before;
			IntStream.range(0, needed).forEach(preceding -> all.add(Arguments.of(model, preceding)));
		}
		return all.stream();
	}

	@ParameterizedTest
	@MethodSource("commandsOfASignature")
	@DisplayName("eid-no-card: removed at a command of a signature; inserted again, the card signs")
	void removal(CardModel model, int preceding) throws Exception {
		var card = CardTable.make(model);
		table.insert(card);
		var signer = table.signer(CardKey.SIGNATURE, PIN);
		card.failAfter(preceding, new Fault.Removal());

		assertEquals("eid-no-card", assertThrows(CardException.NoCard.class, () -> signer.sign(DATA)).problem());
		assertThrows(CardException.NoCard.class, () -> signer.sign(DATA), "a removed card stays dead");
		assertTrue(card.count(VERIFY) <= 1);

		table.insert(card);
		var again = table.signer(CardKey.SIGNATURE, PIN);
		assertSigned(again, again.sign(DATA));
		assertEquals(3, card.triesLeft());
	}

	@ParameterizedTest
	@MethodSource("commandsOfASignature")
	@DisplayName("eid-no-reader: the reader is unplugged at a command of a signature; plugged in again, the card signs")
	void readerLost(CardModel model, int preceding) throws Exception {
		lostAndFound(model, preceding, "SCARD_E_READER_UNAVAILABLE", CardException.NoReader.class);
	}

	@ParameterizedTest
	@MethodSource("commandsOfASignature")
	@DisplayName("eid-no-service: the service ends at a command of a signature; started again, the card signs")
	void serviceLost(CardModel model, int preceding) throws Exception {
		lostAndFound(model, preceding, "SCARD_E_NO_SERVICE", CardException.NoService.class);
	}

	private void lostAndFound(CardModel model, int preceding, String code, Class<? extends CardException> problem)
			throws Exception {
		var card = CardTable.make(model);
		table.insert(card);
		var signer = table.signer(CardKey.SIGNATURE, PIN);
		table.terminal.loseAfter(preceding, code);
		assertThrows(problem, () -> signer.sign(DATA));
		assertTrue(card.count(VERIFY) <= 1);

		table.plugAgain();
		table.insert(card);
		var again = table.signer(CardKey.SIGNATURE, PIN);
		assertSigned(again, again.sign(DATA));
		assertEquals(3, card.triesLeft());
	}

	@ParameterizedTest
	@ValueSource(ints = { MSE, PSO })
	@DisplayName("eid-unreadable: a status word that nobody expects")
	void refused(int instruction) throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		var signer = table.signer(CardKey.SIGNATURE, PIN);
		card.failWhen(command -> command[1] == instruction, new Fault.Status(0x6F00));
		assertThrows(CardException.Unreadable.class, () -> signer.sign(DATA));
	}

	@Test
	@DisplayName("the person gives no PIN: cancelled, and the card has seen nothing")
	void cancelled() throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		var signer = table.insert(card).signer(CardKey.SIGNATURE, "", request -> {
			throw new Cancelled();
		});
		assertThrows(Cancelled.class, () -> signer.sign(DATA));
		assertEquals(List.of(), CardTable.signing(card));
	}

	@Test
	@DisplayName("the card is not held while the person is asked")
	void notHeldWhileAsking() throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		var signer = table.insert(card).signer(CardKey.SIGNATURE, "", request -> {
			table.terminal.holdByAnother();
			table.terminal.letGo();
			table.asked.add(request);
			return Secret.taking(PinWatch.give(PIN));
		});
		assertSigned(signer, signer.sign(DATA));
	}

	@Test
	@DisplayName("eid-busy: another program does not let go of the card: the waiting has an end, and the card was not touched")
	void heldWithoutEnd() throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		var signer = table.signer(CardKey.SIGNATURE, PIN);
		table.terminal.holdByAnother();
		assertEquals("eid-busy", assertThrows(CardException.Busy.class, () -> signer.sign(DATA)).problem());
		assertEquals(List.of(), table.asked);

		table.terminal.letGo();
		assertSigned(signer, signer.sign(DATA));
		assertEquals(List.of(MSE, VERIFY, PSO), CardTable.signing(card));
	}

	@Test
	@DisplayName("eid-busy: held when it is put in, it is read when the other program lets go")
	void heldWhileReading() throws Exception {
		var card = CardTable.make(CardModel.RSA_1_7);
		table.terminal.holdByAnother();
		table.terminal.insert(card);
		assertEquals("eid-busy", assertThrows(CardException.Busy.class, table::card).problem());
		assertEquals(List.of(), card.commands());
		table.terminal.letGo();
		assertEquals("Doe", table.card().identity().name());
	}

	@Test
	@DisplayName("another program holds the card: the waiting can be interrupted, and the card was not touched")
	void heldByAnother() throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		var signer = table.signer(CardKey.SIGNATURE, PIN);
		table.terminal.holdByAnother();
		int before = card.commands().size();
		var thrown = new CompletableFuture<Throwable>();
		var signing = Thread.ofPlatform().start(() -> {
			try {
				signer.sign(DATA);
				thrown.complete(new AssertionError("signed a card that another program holds"));
			} catch (ProblemException e) {
				thrown.complete(e);
			}
		});
		signing.interrupt();
		assertTrue(thrown.get(5, TimeUnit.SECONDS) instanceof Cancelled);
		table.terminal.letGo();
		assertSigned(signer, signer.sign(DATA));
		assertEquals(1, card.commands().stream().skip(before).filter(command -> command[1] == VERIFY).count());
	}

	static void assertSigned(Signer signer, byte[] signature) throws Exception {
		var verifier = Signature.getInstance(signer.scheme().rawJcaName());
		verifier.initVerify(signer.certificate().getPublicKey());
		verifier.update(DATA);
		assertTrue(verifier.verify(signature));
	}
}
