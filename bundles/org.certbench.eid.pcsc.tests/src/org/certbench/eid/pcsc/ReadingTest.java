package org.certbench.eid.pcsc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Identifier;
import org.certbench.core.Observation;
import org.certbench.core.Observation.Outcome;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.CardTrust;
import org.certbench.eid.CardTrust.Standing;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Fault;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.PinWatch;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Reading a card")
@ExtendWith(PinWatch.class)
class ReadingTest {

	private static final EmulatedCard RSA = CardTable.make(CardModel.RSA_1_7);

	private final CardTable table = new CardTable();

	@ParameterizedTest
	@EnumSource
	@DisplayName("M04 whose card it is, and its certificates, of every kind of card")
	void everyKind(CardModel model) throws Exception {
		var person = model == CardModel.EC_1_8 ? Person.JOHN : Person.JANE;

		var card = table.insert(CardTable.make(model));

		assertEquals(person.surname(), card.identity().name());
		assertEquals(person.firstNames(), card.identity().firstNames());
		assertEquals(Identifier.ssin(person.number()), card.identity().ssin());
		assertEquals(person.cardNumber(), card.identity().cardNumber());
		assertEquals(CardTable.READER, card.readerName());
		assertEquals(List.of(), card.findings());
		for (var key : CardKey.values()) {
			var chain = card.chain(key);
			assertEquals(3, chain.size());
			assertEquals(model.isEllipticCurve(), chain.getFirst().getPublicKey() instanceof ECPublicKey);
			assertEquals(model == CardModel.RSA_1_7, chain.get(1).getPublicKey() instanceof RSAPublicKey);
			chain.getFirst().verify(chain.get(1).getPublicKey());
			assertTrue(CardTable.CARDS.roots().contains(chain.getLast()));
		}
	}

	@Test
	@DisplayName("only applet 1.8 tells the tries that are left")
	void tries() throws Exception {
		assertEquals(OptionalInt.empty(), table.insert(RSA).triesLeft());
		table.terminal.remove();
		assertEquals(OptionalInt.of(3), table.insert(CardTable.make(CardModel.EC_1_8)).triesLeft());
	}

	@Test
	void aCardIsReadOnceForEachStay() throws Exception {
		var card = table.insert(RSA);
		int commands = RSA.commands().size();
		assertSame(card, table.card());
		assertEquals(commands, RSA.commands().size());

		table.terminal.remove();
		assertEquals(Optional.empty(), table.provider.readers().getFirst().card());
		assertThrows(CardException.NoCard.class, () -> card.signer(CardKey.SIGNATURE, "", table.giving("1234")));
		assertNotSame(card, table.insert(RSA));
	}

	@ParameterizedTest
	@ValueSource(strings = { "3B6500002063CB6800", "3B7F96000081318065B085040120120FFF829000", "3B00" })
	@DisplayName("M04 eid-not-an-eid: a bank card, the chip of another card, hardly a card")
	void notAnEid(String atr) {
		table.terminal.insert(CardTable.hex(atr));
		assertEquals("eid-not-an-eid", assertThrows(CardException.NotAnEid.class, table::card).problem());
	}

	@Test
	@DisplayName("eid-not-an-eid: the chip of applet 1.8, with other files")
	void otherApplet() {
		var card = CardTable.make(CardModel.EC_1_8);
		card.failWhen(command -> (command[1] & 0xFF) == 0xA4, new Fault.Status(0x6A82));
		table.terminal.insert(card);
		assertThrows(CardException.NotAnEid.class, table::card);
	}

	@Test
	@DisplayName("eid-no-signature-key: a minor's card")
	void minor() throws Exception {
		var card = table.insert(CardTable.CARDS.card(CardModel.EC_1_8, Person.JOHN).withoutSignatureCertificate().make());
		assertEquals("eid-no-signature-key",
				assertThrows(CardException.NoSuchKey.class, () -> card.chain(CardKey.SIGNATURE)).problem());
		assertEquals(3, card.chain(CardKey.AUTHENTICATION).size());
		assertEquals(List.of("eid-no-signature-key"), card.findings().stream().map(Finding::problem).toList());
	}

	@Test
	@DisplayName("clock-wrong is a finding: certificates that are not valid yet")
	void notYetValid() throws Exception {
		var lastYear = InstantSource.fixed(Instant.now().minus(Duration.ofDays(365)));
		var early = new CardTable(CardTable.NO_ROOTS, lastYear);
		early.terminal.insert(CardTable.make(CardModel.EC_1_8));
		assertEquals(List.of("clock-wrong", "clock-wrong"),
				early.card().findings().stream().map(Finding::problem).toList());
		assertEquals(List.of("authentication-certificate clock-wrong", "signature-certificate clock-wrong"),
				early.provider.check(OperatingSystem.LINUX, Progress.NONE).stream()
						.filter(each -> each.outcome() == Outcome.LACKING).map(each -> each.id() + " " + each.problem())
						.toList());
	}

	@Test
	@DisplayName("eid-not-genuine is a finding: well signed, under none of the known roots; nothing is said where none is known")
	void roots() throws Exception {
		var known = CardTable.CARDS.roots();
		assertEquals(Standing.KNOWN, standing(new CardTrust(known, List.of())));
		assertEquals(Standing.TEST, standing(new CardTrust(List.of(), known)));
		assertEquals(Standing.UNCHECKED, standing(CardTable.NO_ROOTS));
		assertEquals(Standing.UNKNOWN, standing(new CardTrust(new EmulatedCards().roots(), List.of())));
	}

	private static Standing standing(CardTrust trust) throws Exception {
		var reading = new CardTable(trust);
		var card = reading.insert(RSA);
		assertEquals(card.standing() == Standing.UNKNOWN ? List.of("eid-not-genuine") : List.of(),
				card.findings().stream().map(Finding::problem).toList());
		var genuine = reading.provider.check(OperatingSystem.LINUX, Progress.NONE).stream()
				.filter(each -> each.id().equals("card-genuine")).map(Observation::outcome).toList();
		assertEquals(List.of(card.standing() == Standing.UNKNOWN ? Outcome.LACKING : Outcome.FINE), genuine);
		return card.standing();
	}

	@Test
	@DisplayName("eid-expired is a finding: the card can be read")
	void expired() throws Exception {
		var yesterday = Instant.now().minus(Duration.ofDays(2));
		var card = table.insert(CardTable.CARDS.card(CardModel.EC_1_8, Person.JOHN).validUntil(yesterday).make());
		assertEquals(List.of("eid-expired"), card.findings().stream().map(Finding::problem).toList());
	}

	@Test
	@DisplayName("eid-not-genuine is a finding: another identity than the signed one")
	void forgedIdentity() throws Exception {
		var card = table.insert(CardTable.CARDS.card(CardModel.EC_1_8, Person.JOHN).forgedNumber("86999900311").make());
		assertEquals(List.of("eid-not-genuine"), card.findings().stream().map(Finding::problem).toList());
	}

	@ParameterizedTest
	@EnumSource(names = { "RSA_1_7", "EC_1_8" })
	@DisplayName("eid-not-genuine is a finding: another address than the signed one")
	void forgedAddress(CardModel model) throws Exception {
		var card = table.insert(CardTable.CARDS.card(model, Person.JOHN).forgedStreet("Avenue de l'Erreur 2").make());
		assertEquals(List.of("eid-not-genuine"), card.findings().stream().map(Finding::problem).toList());
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("M04 the photo is read when it is asked for, once, and is the one that the identity names")
	void photo(CardModel model) throws Exception {
		var emulated = CardTable.make(model);
		var card = table.insert(emulated);
		assertFalse(isPhotoRead(emulated), "a person waits for a name, not for a photo");
		card.findings();
		assertFalse(isPhotoRead(emulated));

		var photo = card.photo().orElseThrow();
		assertTrue(photo.length > 2000 && photo.length < 4000, photo.length + " bytes");
		assertEquals("FFD8", HexFormat.of().withUpperCase().formatHex(photo, 0, 2));
		int commands = emulated.commands().size();
		assertArrayEquals(photo, card.photo().orElseThrow());
		assertEquals(commands, emulated.commands().size());
	}

	private static boolean isPhotoRead(EmulatedCard card) {
		return card.commands().stream().anyMatch(command -> HexFormat.of().formatHex(command).endsWith("4035"));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("eid-not-genuine: another person's photo is not shown, and found by the check of the card")
	void forgedPhoto(CardModel model) throws Exception {
		var card = table.insert(CardTable.CARDS.card(model, Person.JOHN).forgedPhoto(Person.JANE).make());
		assertEquals("eid-not-genuine", assertThrows(CardException.ForgedPhoto.class, card::photo).problem());
		assertEquals(List.of("card-genuine eid-not-genuine"),
				table.provider.check(OperatingSystem.LINUX, Progress.NONE).stream()
						.filter(each -> each.outcome() == Outcome.LACKING).map(each -> each.id() + " " + each.problem())
						.toList());
	}

	@Test
	@DisplayName("a card without photo shows none; one that leaves while it is read is no card")
	void noPhoto() throws Exception {
		var emulated = CardTable.make(CardModel.EC_1_8);
		var card = table.insert(emulated);
		emulated.failWhen(command -> (command[1] & 0xFF) == 0xB0, new Fault.Removal());
		assertThrows(CardException.NoCard.class, card::photo);

		table.terminal.remove();
		var other = table.insert(emulated);
		emulated.failWhen(command -> (command[1] & 0xFF) == 0xA4, new Fault.Status(0x6A82));
		assertEquals(Optional.empty(), other.photo());
	}

	@Test
	@DisplayName("a card that leaves at any command of the first reading is no card, and can be read again")
	void removalWhileReading() throws Exception {
		int commands = RSA.commands().size();
		table.insert(RSA);
		int needed = RSA.commands().size() - commands;
		assertTrue(needed > 2);
		for (int succeeding = 0; succeeding < needed; succeeding++) {
			table.terminal.remove();
			RSA.failAfter(succeeding, new Fault.Removal());
			table.terminal.insert(RSA);
			assertThrows(CardException.NoCard.class, table::card);
			assertEquals(Optional.empty(), table.provider.readers().getFirst().card());
		}
		assertEquals("DOE", table.insert(RSA).identity().name().toUpperCase());
	}

	@Test
	@DisplayName("eid-unreadable: the card refuses a command, and tells which status word")
	void refusal() throws Exception {
		table.terminal.remove();
		RSA.failAfter(1, new Fault.Status(0x6F00));
		table.terminal.insert(RSA);
		var problem = assertThrows(CardException.Unreadable.class, table::card);
		assertEquals("eid-unreadable", problem.problem());
		assertTrue(problem.getMessage().contains("6F00"), problem.getMessage());
	}

	@Test
	@DisplayName("a test card is good for the simulator only")
	void testCard() throws Exception {
		var trusting = new CardTable(new CardTrust(List.of(), CardTable.CARDS.roots()));
		trusting.terminal.insert(RSA);
		var signer = trusting.signer(CardKey.SIGNATURE);
		assertTrue(signer.usableIn(Environment.SIMULATOR));
		assertFalse(signer.usableIn(Environment.ACCEPTANCE));
		assertFalse(signer.usableIn(Environment.PRODUCTION));
		assertEquals(CardTable.CARDS.roots(), trusting.provider.testRoots());
	}

	@Test
	void allTextsAreTranslated() {
		Translations.check(PcscCardProvider.class);
	}
}
