package org.certbench.eid.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.certbench.core.Finding;
import org.certbench.core.Observation;
import org.certbench.core.Observation.Outcome;
import org.certbench.core.OperatingSystem;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.CardTrust;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.TokenKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A PKCS#11 module that does all that modules do")
class ModuleTest {

	private static final byte[] DATA = "a contract".getBytes(StandardCharsets.UTF_8);
	private static final CardTrust NO_ROOTS = new CardTrust(List.of(), List.of());
	private static final EmulatedCards CARDS = new EmulatedCards();
	private static final List<TokenKey> KEYS = CARDS.card(CardModel.EC_1_8, Person.JANE).tokenKeys();
	private static final Path OFFICIAL = Path.of("libbeidpkcs11.so.0");
	private static final Path OPENSC = Path.of("opensc-pkcs11.so");
	/** CKF_LOGIN_REQUIRED: the program asks. */
	private static final long LOGIN = 0x4;
	/** CKF_PROTECTED_AUTHENTICATION_PATH: the reader asks. */
	private static final long PAD = 0x100;
	private static final long LAST_TRY = 0x20000;
	private static final long LOCKED = 0x40000;

	private final FakeModule module = new FakeModule(OFFICIAL, "Belgium Government", KEYS, LOGIN);
	private final Pkcs11CardProvider provider = provider(module);
	private final List<PinRequest> asked = new ArrayList<>();
	private final List<String> told = new ArrayList<>();

	/** Knows the PIN, and notes where it would have to be given. */
	private final class Person1234 implements PinEntry {

		@Override
		public Secret ask(PinRequest request) {
			asked.add(request);
			return Secret.taking("1234".toCharArray());
		}

		@Override
		public Notice tellToUse(Elsewhere elsewhere, PinRequest request) {
			told.add(elsewhere + " " + request.meaning());
			return () -> told.add("end");
		}
	}

	private static Pkcs11CardProvider provider(FakeModule module) {
		return new Pkcs11CardProvider(new ChosenModules(module.file()), file -> module, () -> NO_ROOTS);
	}

	@Test
	@DisplayName("a PIN is given to the token once")
	void once() throws Exception {
		signer(CardKey.SIGNATURE).sign(DATA);
		assertEquals(List.of("1234"), module.given);
	}

	@ParameterizedTest
	@CsvSource({ "CKR_PIN_INCORRECT,eid-pin-wrong", "CKR_PIN_LOCKED,eid-pin-blocked", "CKR_PIN_LEN_RANGE,eid-pin-format",
			"CKR_FUNCTION_CANCELED,cancelled", "CKR_TOKEN_NOT_PRESENT,eid-no-card", "CKR_DEVICE_REMOVED,eid-no-card",
			"CKR_GENERAL_ERROR,eid-unreadable" })
	@DisplayName("what the module returns to a PIN: its problem, and no second try")
	void refused(String code, String problem) throws Exception {
		var signer = signer(CardKey.SIGNATURE);
		module.fail(code);
		assertEquals(problem, assertThrows(ProblemException.class, () -> signer.sign(DATA)).problem());
		assertEquals(1, asked.size());
		assertEquals(1, module.given.size());
	}

	@Test
	@DisplayName("eid-pin-wrong: the last try is told before it is made, and a blocked token asks nobody")
	void tries() throws Exception {
		var signer = signer(CardKey.SIGNATURE);
		module.insert(LOGIN | LAST_TRY);
		module.fail("CKR_PIN_INCORRECT");
		var wrong = assertThrows(CardException.PinWrong.class, () -> signer.sign(DATA));
		assertEquals(OptionalInt.of(1), wrong.triesLeft());
		assertEquals(OptionalInt.of(1), asked.getFirst().triesLeft());

		module.insert(LOGIN | LOCKED);
		assertThrows(CardException.PinBlocked.class, () -> signer.sign(DATA));
		assertEquals(1, asked.size());
	}

	@Test
	@DisplayName("the official software asks in its own window: no field, a notice for as long as it takes")
	void ownWindow() throws Exception {
		module.insert(0);
		for (var key : CardKey.values()) {
			var signer = signer(key);
			SoftTokenTest.assertSigned(signer, signer.sign(DATA));
		}
		assertEquals(List.of("SOFTWARE_WINDOW Request", "end", "SOFTWARE_WINDOW Request", "end"), told);
		assertEquals(List.of(), asked);
	}

	@Test
	@DisplayName("who cancels in the window of the software has cancelled")
	void cancelledInTheWindow() throws Exception {
		module.insert(0);
		module.fail("CKR_FUNCTION_CANCELED");
		assertEquals("cancelled", assertThrows(ProblemException.class, () -> signer(CardKey.SIGNATURE).sign(DATA)).problem());
		assertEquals(List.of("SOFTWARE_WINDOW Request", "end"), told);
	}

	@Test
	@DisplayName("a reader with keys asks by itself")
	void pad() throws Exception {
		module.insert(LOGIN | PAD);
		var signer = signer(CardKey.SIGNATURE);
		SoftTokenTest.assertSigned(signer, signer.sign(DATA));
		assertEquals(List.of("READER_KEYS Request", "end"), told);
		assertEquals(List.of(), module.given);
	}

	@Test
	@DisplayName("eid-no-card: removed in the middle of a signature; inserted again, it signs")
	void removedWhileSigning() throws Exception {
		var signer = signer(CardKey.SIGNATURE);
		module.whileSigning = module::remove;
		assertEquals("eid-no-card", assertThrows(CardException.NoCard.class, () -> signer.sign(DATA)).problem());
		assertTrue(provider.readers().getFirst().card().isEmpty());

		module.whileSigning = () -> {
			// it stays in
		};
		module.insert(LOGIN);
		var again = signer(CardKey.SIGNATURE);
		SoftTokenTest.assertSigned(again, again.sign(DATA));
	}

	@Test
	@DisplayName("a token that was taken out and put back between two looks has forgotten the PIN")
	void insertedAgain() throws Exception {
		var signer = signer(CardKey.AUTHENTICATION);
		signer.sign(DATA);
		signer.sign(DATA);
		assertEquals(1, asked.size());
		module.remove();
		module.insert(LOGIN);
		SoftTokenTest.assertSigned(signer, signer.sign(DATA));
		assertEquals(2, asked.size());
	}

	@Test
	@DisplayName("a card is read once for as long as it stays in")
	void readOnce() throws Exception {
		var card = card();
		assertSame(card, card());
		module.remove();
		assertTrue(provider.readers().getFirst().card().isEmpty());
		module.insert(LOGIN);
		assertNotSame(card, card());
	}

	@Test
	@DisplayName("nobody waits for a module that waits for a person")
	void notBlocked() throws Exception {
		var seen = new ArrayList<Card>();
		var card = card();
		module.whileSigning = () -> {
			try {
				seen.add(card());
			} catch (CardException e) {
				throw new AssertionError(e);
			}
		};
		signer(CardKey.SIGNATURE).sign(DATA);
		assertEquals(List.of(card), seen);
	}

	@Test
	@DisplayName("eid-opensc: read, used to log in, and explained before anybody gives a PIN for a signature")
	void openSc() throws Exception {
		var openSc = new FakeModule(OPENSC, "OpenSC Project", KEYS, LOGIN);
		var card = provider(openSc).readers().getFirst().card().orElseThrow();
		var login = card.signer(CardKey.AUTHENTICATION, "Login", new Person1234());
		SoftTokenTest.assertSigned(login, login.sign(DATA));
		assertEquals("eid-opensc", assertThrows(CardException.ModuleCannotSign.class,
				() -> card.signer(CardKey.SIGNATURE, "Request", new Person1234())).problem());
	}

	@Test
	@DisplayName("M34 OpenSC is explained, whether it is used or merely there")
	void openScIsExplained() throws Exception {
		var openSc = new FakeModule(OPENSC, "OpenSC Project", KEYS, LOGIN);
		assertEquals(Outcome.ADVICE, modulesSeen(provider(openSc)).getFirst().outcome());
		var unused = modulesSeen(new Pkcs11CardProvider(new ChosenModules(List.of(), List.of(), List.of(OPENSC)),
				file -> openSc, () -> NO_ROOTS));
		assertEquals(Outcome.FINE, unused.getFirst().outcome());
		assertTrue(unused.getFirst().seen().contains(OPENSC.toString()));
	}

	@Test
	@DisplayName("M34 without any module nothing is lacking")
	void none() throws Exception {
		var without = new Pkcs11CardProvider(new ChosenModules(), file -> module, () -> NO_ROOTS);
		assertEquals(List.of(), without.readers());
		assertEquals(List.of(Outcome.FINE), modulesSeen(without).stream().map(Observation::outcome).toList());
	}

	@Test
	@DisplayName("cards come and go, each seen within two seconds")
	void watched() throws Exception {
		var seen = new Semaphore(0);
		try (var watch = provider.watch(seen::release)) {
			assertTrue(seen.tryAcquire(2, TimeUnit.SECONDS));
			module.remove();
			assertTrue(seen.tryAcquire(2, TimeUnit.SECONDS));
			module.insert(LOGIN);
			assertTrue(seen.tryAcquire(2, TimeUnit.SECONDS));
		}
	}

	@Test
	@DisplayName("eid-not-genuine, eid-expired: a token under none of the known roots, and one whose days are over")
	void findings() throws Exception {
		var trust = new CardTrust(new EmulatedCards().roots(), List.of());
		var foreign = new Pkcs11CardProvider(new ChosenModules(module.file()), file -> module, () -> trust);
		assertEquals(List.of("eid-not-genuine"), problems(foreign));
		assertEquals(List.of(), problems(provider));

		var old = CARDS.card(CardModel.EC_1_8, Person.JANE).validUntil(Instant.now().minus(Duration.ofDays(2)));
		assertEquals(List.of("eid-expired"),
				problems(provider(new FakeModule(OFFICIAL, "Belgium Government", old.tokenKeys(), LOGIN))));
	}

	private static List<String> problems(Pkcs11CardProvider provider) throws CardException {
		return provider.readers().getFirst().card().orElseThrow().findings().stream().map(Finding::problem).toList();
	}

	private static List<Observation> modulesSeen(Pkcs11CardProvider provider) throws Exception {
		return provider.check(OperatingSystem.LINUX, Progress.NONE).stream()
				.filter(each -> each.id().equals("pkcs11-module")).toList();
	}

	private Card card() throws CardException {
		return provider.readers().getFirst().card().orElseThrow();
	}

	private Signer signer(CardKey key) throws CardException {
		return card().signer(key, "Request", new Person1234());
	}
}
