package org.certbench.eid.virtual;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual cards behave as the real ones do (W09). */
class VirtualCardsTest {

	private static final byte[] DATA = { 1, 2, 3 };

	@TempDir
	static Path folder;

	private static VirtualCards cards;

	/** A person at the keyboard who gives these PINs, one after the other, and then cancels. */
	private static final class Person implements PinEntry {

		private final Deque<String> pins;
		private final Deque<PinRequest> asked = new ArrayDeque<>();

		Person(String... pins) {
			this.pins = new ArrayDeque<>(List.of(pins));
		}

		@Override
		public Secret ask(PinRequest request) throws Cancelled {
			asked.add(request);
			if (pins.isEmpty()) {
				throw new Cancelled();
			}
			return Secret.taking(pins.remove().toCharArray());
		}
	}

	@BeforeAll
	static void makeCards() {
		cards = new VirtualCards(folder.resolve("virtual-cards"));
	}

	@AfterEach
	void leaveBothCardsUsable() throws IOException {
		for (var reader : List.of(VirtualCards.RSA_READER, VirtualCards.EC_READER)) {
			cards.remove(reader);
			cards.insert(reader);
			cards.unblock(reader, Secret.taking(VirtualCards.PUK.toCharArray()));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { VirtualCards.RSA_READER, VirtualCards.EC_READER })
	void signsWithBothKeysAsTheSchemeOfTheKeySays(String reader) throws Exception {
		for (var key : CardKey.values()) {
			var signer = card(reader).signer(key, "test", new Person(VirtualCards.PIN));
			var value = signer.sign(DATA);

			var verifier = Signature.getInstance(signer.scheme().rawJcaName());
			verifier.initVerify(signer.certificate().getPublicKey());
			verifier.update(DATA);
			assertTrue(verifier.verify(value));
			assertEquals(reader.equals(VirtualCards.EC_READER) ? 96 : 256, value.length);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { VirtualCards.RSA_READER, VirtualCards.EC_READER })
	void everyChainEndsAtATestRootThatSaysWhatItIs(String reader) throws Exception {
		var root = cards.testRoots().getFirst();
		assertTrue(root.getSubjectX500Principal().getName().contains("not a real card"));
		for (var key : CardKey.values()) {
			var chain = card(reader).chain(key);
			assertEquals(root, chain.getLast());
			var path = CertificateFactory.getInstance("X.509").generateCertPath(chain.subList(0, chain.size() - 1));
			var parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
			parameters.setRevocationEnabled(false);
			CertPathValidator.getInstance("PKIX").validate(path, parameters);
		}
	}

	@Test
	void certificatesAreThoseOfAnEid() throws Exception {
		var card = card(VirtualCards.RSA_READER);
		var authentication = card.chain(CardKey.AUTHENTICATION).getFirst();
		var signature = card.chain(CardKey.SIGNATURE).getFirst();

		assertTrue(authentication.getSubjectX500Principal().getName().contains("CN=Jane Doe (Authentication)"));
		assertTrue(signature.getSubjectX500Principal().getName().contains("CN=Jane Doe (Signature)"));
		assertArrayEquals(new boolean[] { true, false }, Arrays.copyOf(authentication.getKeyUsage(), 2));
		assertArrayEquals(new boolean[] { false, true }, Arrays.copyOf(signature.getKeyUsage(), 2));
	}

	@Test
	@DisplayName("people are invented: a right number that nobody can have")
	void peopleAreInvented() throws CardException {
		for (var reader : cards.readers()) {
			var ssin = reader.card().orElseThrow().identity().ssin();
			assertTrue(ssin.isPlausible());
			assertEquals("99", ssin.value().substring(2, 4));
		}
	}

	@Test
	void theSignatureKeyWantsThePinEachTime() throws Exception {
		var person = new Person(VirtualCards.PIN, VirtualCards.PIN);
		var signer = card(VirtualCards.EC_READER).signer(CardKey.SIGNATURE, "a contract", person);
		signer.sign(DATA);
		signer.sign(DATA);

		assertEquals(2, person.asked.size());
		assertEquals("a contract", person.asked.getFirst().meaning());
		assertTrue(person.asked.getFirst().hint().orElseThrow().contains(VirtualCards.PIN));
		assertThrows(Cancelled.class, () -> signer.sign(DATA));
	}

	@Test
	void theAuthenticationKeyWantsThePinOncePerSession() throws Exception {
		var person = new Person(VirtualCards.PIN, VirtualCards.PIN);
		authentication(person).sign(DATA);
		authentication(person).sign(DATA);
		assertEquals(1, person.asked.size());

		cards.remove(VirtualCards.EC_READER);
		cards.insert(VirtualCards.EC_READER);
		authentication(person).sign(DATA);
		assertEquals(2, person.asked.size());
	}

	@Test
	void aWrongPinIsTriedOnceAndClosesTheSession() throws Exception {
		var person = new Person(VirtualCards.PIN, "0000", VirtualCards.PIN);
		authentication(person).sign(DATA);
		var signature = card(VirtualCards.EC_READER).signer(CardKey.SIGNATURE, "test", person);
		var wrong = assertThrows(CardException.PinWrong.class, () -> signature.sign(DATA));
		assertEquals(OptionalInt.of(2), wrong.triesLeft());
		assertEquals(2, card(VirtualCards.EC_READER).triesLeft().orElseThrow());

		authentication(person).sign(DATA);
		assertEquals(3, person.asked.size());
		assertEquals(3, card(VirtualCards.EC_READER).triesLeft().orElseThrow());
	}

	@Test
	void threeWrongPinsBlockTheCardInEveryProcess() throws Exception {
		block();
		var right = new Person(VirtualCards.PIN);
		assertThrows(CardException.PinBlocked.class, () -> authentication(right).sign(DATA));
		assertEquals(0, right.asked.size());

		var elsewhere = new VirtualCards(folder.resolve("virtual-cards"));
		assertEquals(0, card(elsewhere, VirtualCards.EC_READER).triesLeft().orElseThrow());
		assertEquals(3, card(elsewhere, VirtualCards.RSA_READER).triesLeft().orElseThrow());
	}

	@Test
	void onlyTheRightPukUnblocks() throws Exception {
		block();
		assertFalse(cards.unblock(VirtualCards.EC_READER, Secret.taking("000000".toCharArray())));
		assertEquals(0, card(VirtualCards.EC_READER).triesLeft().orElseThrow());
		assertTrue(cards.unblock(VirtualCards.EC_READER, Secret.taking(VirtualCards.PUK.toCharArray())));
		authentication(new Person(VirtualCards.PIN)).sign(DATA);
	}

	@Test
	void deletingTheCountersFileUnblocks() throws Exception {
		block();
		Files.delete(folder.resolve("virtual-cards/card-2.tries-left"));
		authentication(new Person(VirtualCards.PIN)).sign(DATA);
	}

	@Test
	void aSpoiltCounterCountsAsBlocked() throws Exception {
		Files.writeString(folder.resolve("virtual-cards/card-2.tries-left"), "9");
		assertEquals(0, card(VirtualCards.EC_READER).triesLeft().orElseThrow());
	}

	@Test
	void aRemovedCardIsDead() throws Exception {
		var card = card(VirtualCards.RSA_READER);
		var person = new Person(VirtualCards.PIN);
		var signer = card.signer(CardKey.SIGNATURE, "test", person);
		cards.remove(VirtualCards.RSA_READER);

		assertTrue(cards.readers().getFirst().card().isEmpty());
		assertThrows(CardException.NoCard.class, () -> card.chain(CardKey.SIGNATURE));
		assertThrows(CardException.NoCard.class, () -> signer.sign(DATA));
		assertEquals(0, person.asked.size());
	}

	@Test
	void aCardRemovedWhileThePinIsAskedDoesNotSign() throws Exception {
		PinEntry slow = request -> {
			cards.remove(VirtualCards.RSA_READER);
			return Secret.taking("0000".toCharArray());
		};
		var signer = card(VirtualCards.RSA_READER).signer(CardKey.SIGNATURE, "test", slow);
		assertThrows(CardException.NoCard.class, () -> signer.sign(DATA));
		cards.insert(VirtualCards.RSA_READER);
		assertEquals(3, card(VirtualCards.RSA_READER).triesLeft().orElseThrow());
	}

	@Test
	void tellsWhenACardComesOrGoes() throws InterruptedException {
		var changes = new SynchronousQueue<String>();
		try (var watch = cards.watch(() -> hand(changes))) {
			cards.remove(VirtualCards.RSA_READER);
			assertEquals("changed", changes.poll(10, TimeUnit.SECONDS));
			cards.insert(VirtualCards.RSA_READER);
			assertEquals("changed", changes.poll(10, TimeUnit.SECONDS));
		}
	}

	@Test
	void isUsableInTheSimulatorOnly() throws Exception {
		assertEquals(Set.of(Environment.SIMULATOR), cards.environments());
		var signer = authentication(new Person());
		assertTrue(signer.usableIn(Environment.SIMULATOR));
		assertFalse(signer.usableIn(Environment.ACCEPTANCE));
		assertFalse(signer.usableIn(Environment.PRODUCTION));
	}

	@Test
	void everybodyWhoComesAtOnceGetsTheSameCards(@TempDir Path fresh) throws Exception {
		try (var threads = Executors.newFixedThreadPool(4)) {
			var roots = threads.invokeAll(IntStream.range(0, 4).mapToObj(i -> (Callable<Object>) () ->
					new VirtualCards(fresh).testRoots()).toList());
			for (var root : roots) {
				assertEquals(roots.getFirst().get(), root.get());
			}
		}
	}

	@Test
	void onlyTheOwnerReadsTheKeys() throws Exception {
		cards.testRoots();
		var file = folder.resolve("virtual-cards/cards.p12");
		if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
		}
	}

	private static void block() throws CardException {
		var wrong = new Person("1", "12345", "");
		for (var kind : List.of(CardException.PinWrong.class, CardException.PinWrong.class,
				CardException.PinBlocked.class)) {
			assertThrows(kind, () -> authentication(wrong).sign(DATA));
		}
	}

	private static Signer authentication(PinEntry pin) throws ProblemException {
		return card(VirtualCards.EC_READER).signer(CardKey.AUTHENTICATION, "test", pin);
	}

	private static Card card(String reader) throws CardException {
		return card(cards, reader);
	}

	private static Card card(VirtualCards from, String reader) throws CardException {
		for (var each : from.readers()) {
			if (each.name().equals(reader)) {
				return each.card().orElseThrow();
			}
		}
		throw new IllegalArgumentException(reader);
	}

	private static void hand(SynchronousQueue<String> changes) {
		try {
			changes.offer("changed", 10, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
