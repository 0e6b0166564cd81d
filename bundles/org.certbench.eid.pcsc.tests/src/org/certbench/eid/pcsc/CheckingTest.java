package org.certbench.eid.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.Observation.Outcome;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardService;
import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.PinWatch;
import org.certbench.eid.pcsc.internal.Terminals;
import org.certbench.testing.Stopped;
import org.certbench.testing.TestLanguage;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("M34 what this machine has and lacks for the cards in its readers")
@ExtendWith(PinWatch.class)
class CheckingTest {

	private static final String BANK_CARD = "3B6500002063CB6800";

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);
	private final CardTable table = new CardTable();

	@Test
	@DisplayName("all is well: service, reader, whose card, which applet, both certificates, tries left")
	void well() throws Exception {
		table.terminal.insert(CardTable.make(CardModel.EC_1_8));
		var seen = check(table.provider);
		assertEquals(List.of("card-service", "reader", "card", "authentication-certificate", "signature-certificate",
				"card-genuine", "pin"),
				seen.stream().map(Observation::id).toList());
		assertTrue(seen.stream().allMatch(each -> each.outcome() == Outcome.FINE), seen::toString);
		assertTrue(said(seen).contains("Not checked: whether their root is that of the State"), () -> said(seen));
		assertTrue(said(seen).contains("John Doe") && said(seen).contains("applet 1.8"), () -> said(seen));
		assertTrue(said(seen).contains("Elliptic curve key of 384 bits") && said(seen).contains("Tries left: 3 of 3"),
				() -> said(seen));
	}

	@Test
	@DisplayName("applet 1.7 has RSA keys and does not tell its tries")
	void older() throws Exception {
		table.terminal.insert(CardTable.make(CardModel.RSA_1_7));
		var seen = check(table.provider);
		assertTrue(said(seen).contains("applet 1.7") && said(seen).contains("RSA key of 2048 bits"), () -> said(seen));
		assertEquals(Outcome.FINE, seen.getLast().outcome());
	}

	@ParameterizedTest
	@CsvSource({ "SCARD_E_NO_SERVICE, does not run", "no library, is not installed" })
	@DisplayName("eid-no-service: stopped, or never installed")
	void noService(String code, String said) {
		var lacking = lacking(failing(code));
		assertEquals("card-service eid-no-service", lacking.id() + " " + lacking.problem());
		assertTrue(lacking.seen().contains(said), lacking::seen);
	}

	@Test
	@DisplayName("eid-no-reader")
	void noReader() {
		assertEquals("reader eid-no-reader", named(lacking(provider(List::of))));
	}

	@Test
	@DisplayName("eid-no-card, in no reader")
	void noCard() {
		var lacking = lacking(table.provider);
		assertEquals("card eid-no-card", named(lacking));
		assertTrue(lacking.seen().contains(CardTable.READER));
	}

	@Test
	@DisplayName("eid-not-an-eid: a bank card")
	void bankCard() {
		table.terminal.insert(CardTable.hex(BANK_CARD));
		assertEquals("card eid-not-an-eid", named(lacking(table.provider)));
	}

	@Test
	@DisplayName("eid-pin-blocked, and tries that are gone, as the card tells at this moment and not as it told at first")
	void tries() throws Exception {
		var card = CardTable.make(CardModel.EC_1_8);
		table.insert(card);
		card.wrongPinElsewhere();
		var once = check(table.provider).getLast();
		assertEquals(Outcome.ADVICE, once.outcome());
		assertTrue(once.seen().contains("2 of 3") && once.remedy().contains("blocked"), once::toString);
		card.wrongPinElsewhere();
		card.wrongPinElsewhere();
		assertEquals("pin eid-pin-blocked", named(lacking(table.provider)));
	}

	@Test
	@DisplayName("eid-expired: over, and soon over")
	void days() throws Exception {
		table.terminal.insert(until(Instant.now().minus(Duration.ofDays(2))));
		assertEquals(List.of("card", "authentication-certificate", "signature-certificate"),
				ids(check(table.provider), Outcome.LACKING));
		table.terminal.remove();
		table.terminal.insert(until(Instant.now().plus(Duration.ofDays(30))));
		assertEquals(List.of("authentication-certificate", "signature-certificate"),
				ids(check(table.provider), Outcome.ADVICE));
	}

	@Test
	@DisplayName("eid-no-signature-key, eid-not-genuine")
	void lessThanACard() {
		table.terminal.insert(CardTable.CARDS.card(CardModel.EC_1_8, Person.JOHN).withoutSignatureCertificate().make());
		assertEquals("signature-certificate eid-no-signature-key", named(lacking(table.provider)));
		table.terminal.remove();
		table.terminal.insert(CardTable.CARDS.card(CardModel.EC_1_8, Person.JOHN).forgedNumber("86999900311").make());
		assertEquals("card-genuine eid-not-genuine", named(lacking(table.provider)));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("what to do is said for each operating system in its own words")
	void remedies(OperatingSystem system) throws Exception {
		for (var lacking : List.of(failing("SCARD_E_NO_SERVICE"), failing("no library"), provider(List::of))) {
			var remedy = lacking.check(system, Progress.NONE).getLast().remedy();
			var others = Arrays.stream(OperatingSystem.values()).filter(each -> each != system)
					.map(each -> lacking(lacking, each).remedy()).toList();
			assertTrue(!remedy.isBlank() && !others.contains(remedy), remedy);
			assertEquals(system == OperatingSystem.DEBIAN, remedy.contains("apt install"), remedy);
		}
	}

	@Test
	@DisplayName("cancelled: no other reader is looked into")
	void cancelled() {
		assertThrows(Cancelled.class, () -> table.provider.check(OperatingSystem.LINUX, new Stopped()));
	}

	@Nested
	@DisplayName("over a real pcscd")
	class RealService {

		@RegisterExtension
		static final CardServiceTurn TURN = new CardServiceTurn();

		@Test
		@DisplayName("none, no card, a bank card, a blocked card, a good one: five answers")
		void fiveAnswers() throws Exception {
			var provider = new PcscCardProvider();
			var blocked = CardTable.make(CardModel.EC_1_8);
			IntStream.range(0, 3).forEach(each -> blocked.wrongPinElsewhere());
			var bank = CardTable.make(CardModel.RSA_1_7);
			bank.disguise(CardTable.hex(BANK_CARD));

			assertEquals("card-service eid-no-service", named(lacking(provider)));
			try (var service = TURN.start()) {
				assertEquals("card eid-no-card", named(lacking(provider)));
				assertEquals("card eid-not-an-eid", named(worst(service, bank, provider)));
				assertEquals("card eid-no-card", named(lacking(provider)));
				assertEquals("pin eid-pin-blocked", named(worst(service, blocked, provider)));
				assertEquals(Outcome.FINE, worst(service, CardTable.make(CardModel.RSA_1_7), provider).outcome());
			}
		}

		/** The worst that is seen while a card is in. */
		private static Observation worst(CardService service, EmulatedCard card, CardProvider provider) throws Exception {
			try (var inserted = service.insert(card)) {
				return CheckingTest.worst(check(provider));
			}
		}
	}

	private static EmulatedCard until(Instant end) {
		return CardTable.CARDS.card(CardModel.EC_1_8, Person.JOHN).validUntil(end).make();
	}

	private static PcscCardProvider provider(Terminals terminals) {
		return new PcscCardProvider(terminals, () -> CardTable.NO_ROOTS, InstantSource.system(), CardTable.PATIENCE);
	}

	private static PcscCardProvider failing(String code) {
		return provider(() -> {
			throw new CardException.NoService(new Exception(code));
		});
	}

	private static List<Observation> check(CardProvider provider) throws Cancelled {
		return provider.check(OperatingSystem.DEBIAN, Progress.NONE);
	}

	/** The one thing that is lacking, with something to do about it. */
	private static Observation lacking(CardProvider provider) {
		return lacking(provider, OperatingSystem.DEBIAN);
	}

	private static Observation lacking(CardProvider provider, OperatingSystem system) {
		try {
			var lacking = provider.check(system, Progress.NONE).stream()
					.filter(each -> each.outcome() == Outcome.LACKING).toList();
			assertEquals(1, lacking.size(), lacking::toString);
			assertTrue(!lacking.getFirst().remedy().isBlank());
			return lacking.getFirst();
		} catch (Cancelled e) {
			throw new AssertionError(e);
		}
	}

	private static Observation worst(List<Observation> seen) {
		return seen.stream().reduce((one, other) -> other.outcome().compareTo(one.outcome()) > 0 ? other : one).orElseThrow();
	}

	private static List<String> ids(List<Observation> seen, Outcome outcome) {
		return seen.stream().filter(each -> each.outcome() == outcome).map(Observation::id).toList();
	}

	private static String named(Observation observation) {
		return observation.id() + " " + observation.problem();
	}

	private static String said(List<Observation> seen) {
		return seen.stream().map(Observation::seen).collect(Collectors.joining("\n"));
	}
}
