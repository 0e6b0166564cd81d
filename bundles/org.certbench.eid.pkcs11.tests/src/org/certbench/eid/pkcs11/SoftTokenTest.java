package org.certbench.eid.pkcs11;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Signature;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.Observation.Outcome;
import org.certbench.core.OperatingSystem;
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
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.SoftTokens;
import org.certbench.eid.pkcs11.internal.NativeModule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Tokens of SoftHSM2 with the keys of a Belgian eID")
class SoftTokenTest {

	private static final byte[] DATA = "a contract".getBytes(StandardCharsets.UTF_8);

	private final List<PinRequest> asked = new ArrayList<>();
	private SoftTokens tokens;
	private Pkcs11CardProvider provider;

	@BeforeEach
	void possible() {
		assumeTrue(SoftTokens.lacking().isEmpty(), () -> SoftTokens.lacking().toString());
		tokens = SoftTokens.shared();
		provider = new Pkcs11CardProvider(new ChosenModules(SoftTokens.module()), NativeModule::load,
				() -> new CardTrust(List.of(), tokens.roots()));
	}

	@Test
	@DisplayName("a card in each slot with a token; the free slot is empty")
	void slots() throws Exception {
		var cards = 0;
		for (var reader : provider.readers()) {
			cards += reader.card().isPresent() ? 1 : 0;
		}
		assertEquals(3, provider.readers().size());
		assertEquals(2, cards);
	}

	@ParameterizedTest
	@EnumSource(names = { "RSA_1_7", "EC_1_8" })
	@DisplayName("M04 whose it is, is read without a PIN")
	void identity(CardModel model) throws Exception {
		var identity = card(model).identity();
		assertEquals("Doe", identity.name());
		assertEquals(Person.JANE.firstNames(), identity.firstNames());
		assertEquals(Person.JANE.number(), identity.ssin().value());
		var chain = card(model).chain(CardKey.SIGNATURE);
		assertEquals(3, chain.size());
		assertTrue(tokens.roots().contains(chain.getLast()));
		assertEquals(List.of(), asked);
	}

	@ParameterizedTest
	@EnumSource(names = { "RSA_1_7", "EC_1_8" })
	@DisplayName("M09 both keys sign")
	void signs(CardModel model) throws Exception {
		for (var key : CardKey.values()) {
			var signer = card(model).signer(key, "Request", giving(SoftTokens.PIN));
			assertSigned(signer, signer.sign(DATA));
		}
		assertEquals("Request", asked.getFirst().meaning());
	}

	@Test
	@DisplayName("M06 the signature key wants the PIN each time, the authentication key once per session")
	void pin() throws Exception {
		var signature = card(CardModel.EC_1_8).signer(CardKey.SIGNATURE, "Request",
				giving(SoftTokens.PIN, SoftTokens.PIN, SoftTokens.PIN));
		signature.sign(DATA);
		signature.sign(DATA);
		assertEquals(2, asked.size());

		var authentication = card(CardModel.EC_1_8).signer(CardKey.AUTHENTICATION, "Login", giving(SoftTokens.PIN));
		authentication.sign(DATA);
		assertSigned(authentication, authentication.sign(DATA));
		assertEquals(3, asked.size());

		signature.sign(DATA);
		assertEquals(4, asked.size(), "the session of the other key does not count");
	}

	@Test
	@DisplayName("eid-pin-wrong: one PIN, one try")
	void wrongPin() throws Exception {
		var signer = card(CardModel.RSA_1_7).signer(CardKey.SIGNATURE, "Request", giving("0000", SoftTokens.PIN));
		var wrong = assertThrows(CardException.PinWrong.class, () -> signer.sign(DATA));
		assertEquals(OptionalInt.empty(), wrong.triesLeft());
		assertEquals("eid-pin-wrong", wrong.problem());
		assertEquals(1, asked.size());
		assertSigned(signer, signer.sign(DATA));
	}

	@Test
	@DisplayName("eid-pin-format: what is too short never reaches the token")
	void tooShort() throws Exception {
		var signer = card(CardModel.RSA_1_7).signer(CardKey.SIGNATURE, "Request", giving("123"));
		assertThrows(CardException.PinFormat.class, () -> signer.sign(DATA));
	}

	@Test
	@DisplayName("who gives no PIN has cancelled")
	void cancelled() throws Exception {
		var signer = card(CardModel.RSA_1_7).signer(CardKey.SIGNATURE, "Request", request -> {
			throw new Cancelled();
		});
		assertThrows(Cancelled.class, () -> signer.sign(DATA));
	}

	@Test
	@DisplayName("a token under a test root is good for the simulator only")
	void environments() throws Exception {
		var signer = card(CardModel.EC_1_8).signer(CardKey.SIGNATURE, "Request", giving());
		assertTrue(signer.usableIn(Environment.SIMULATOR));
		assertFalse(signer.usableIn(Environment.ACCEPTANCE));
		assertFalse(signer.usableIn(Environment.PRODUCTION));
	}

	@Test
	@DisplayName("M34 the module and its tokens are told")
	void check() throws Exception {
		var seen = provider.check(OperatingSystem.DEBIAN, Progress.NONE);
		assertEquals("pkcs11-module", seen.getFirst().id());
		assertEquals(Outcome.FINE, seen.getFirst().outcome());
		assertTrue(seen.getFirst().seen().contains("SoftHSM"), seen.getFirst()::seen);
		assertTrue(seen.stream().map(Observation::id).collect(Collectors.toSet())
				.containsAll(Set.of("card", "signature-certificate", "authentication-certificate")));
		assertEquals(List.of(), asked);
	}

	@Test
	@DisplayName("eid-module: a file that is no module, or not there, is told in the list of readers")
	void noModule() throws Exception {
		var broken = new Pkcs11CardProvider(new ChosenModules(Path.of("/nowhere/module.so"), Path.of("/etc/hostname"),
				SoftTokens.module()), NativeModule::load,
				() -> new CardTrust(List.of(), tokens.roots()));
		var readers = broken.readers();
		assertEquals(5, readers.size());
		for (var reader : readers.subList(0, 2)) {
			assertEquals("eid-module", assertThrows(CardException.ModuleUnusable.class, reader::card).problem());
		}
	}

	private Card card(CardModel model) throws CardException {
		return provider.readers().stream().filter(each -> each.name().equals(tokens.reader(model))).findFirst()
				.orElseThrow().card().orElseThrow();
	}

	private PinEntry giving(String... pins) {
		var left = new ArrayList<>(List.of(pins));
		return request -> {
			asked.add(request);
			return Secret.taking(left.removeFirst().toCharArray());
		};
	}

	static void assertSigned(Signer signer, byte[] signature) throws Exception {
		var verifier = Signature.getInstance(signer.scheme().rawJcaName());
		verifier.initVerify(signer.certificate().getPublicKey());
		verifier.update(DATA);
		assertTrue(verifier.verify(signature));
	}
}
