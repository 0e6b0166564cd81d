package org.certbench.eid.pcsc;

import static org.certbench.eid.pcsc.CardTable.MSE;
import static org.certbench.eid.pcsc.CardTable.PSO;
import static org.certbench.eid.pcsc.CardTable.VERIFY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.List;
import java.util.OptionalInt;

import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
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

	static void assertSigned(Signer signer, byte[] signature) throws Exception {
		var verifier = Signature.getInstance(signer.scheme().rawJcaName());
		verifier.initVerify(signer.certificate().getPublicKey());
		verifier.update(DATA);
		assertTrue(verifier.verify(signature));
	}
}
