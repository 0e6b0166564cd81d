package org.certbench.eid.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.certbench.core.Secret;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.Fault;
import org.certbench.eid.emulator.VpcdConnection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Over a real pcscd")
class RealServiceTest {

	@RegisterExtension
	static final CardServiceTurn TURN = new CardServiceTurn();

	private static final byte[] DATA = { 1, 2, 3 };

	private final PcscCardProvider provider = new PcscCardProvider();
	private final Semaphore told = new Semaphore(0);

	@ParameterizedTest
	@EnumSource
	@DisplayName("M04, M09 every kind of card is read, and signs with both keys")
	void readsAndSigns(CardModel model) throws Exception {
		var emulated = CardTable.make(model);
		try (var service = TURN.start(); var inserted = service.insert(emulated)) {
			var card = card();
			assertEquals("Doe", card.identity().name());
			assertEquals(List.of(), card.findings());
			for (var key : CardKey.values()) {
				var signer = card.signer(key, "Request", request -> Secret.taking(EmulatedCard.PIN.toCharArray()));
				SigningTest.assertSigned(signer, signer.sign(SigningTest.DATA));
			}
			assertEquals(2, emulated.count(CardTable.VERIFY));
			assertEquals(3, emulated.triesLeft());
		}
	}

	@Test
	@DisplayName("eid-pin-wrong: one PIN, one try")
	void wrongPin() throws Exception {
		var emulated = CardTable.make(CardModel.EC_1_8);
		try (var service = TURN.start(); var inserted = service.insert(emulated)) {
			var signer = card().signer(CardKey.SIGNATURE, "Request", request -> Secret.taking("0000".toCharArray()));
			assertEquals(OptionalInt.of(2), assertThrows(CardException.PinWrong.class, () -> signer.sign(DATA)).triesLeft());
			assertEquals(2, emulated.triesLeft());
		}
	}

	@Test
	@DisplayName("eid-no-card: removed in the middle of a signature")
	void removedWhileSigning() throws Exception {
		var emulated = CardTable.make(CardModel.EC_1_8);
		try (var service = TURN.start(); var inserted = service.insert(emulated)) {
			var signer = card().signer(CardKey.SIGNATURE, "Request",
					request -> Secret.taking(EmulatedCard.PIN.toCharArray()));
			emulated.failWhen(command -> command[1] == CardTable.PSO, new Fault.Removal());
			assertThrows(CardException.NoCard.class, () -> signer.sign(DATA));
			assertEquals(1, emulated.count(CardTable.VERIFY));
		}
	}

	@Test
	@DisplayName("the service starts later, is restarted and ends, cards come and go: seen within two seconds")
	void comesAndGoes() throws Exception {
		var emulated = CardTable.make(CardModel.EC_1_8);
		assertThrows(CardException.NoService.class, provider::readers);
		try (var watch = provider.watch(told::release)) {
			seen(() -> isProblem(CardException.NoService.class));
			for (int start = 0; start < 2; start++) {
				try (var service = TURN.start()) {
					seen(() -> provider.readers().size() == 2 && provider.readers().getFirst().card().isEmpty());
					try (var inserted = new VpcdConnection(emulated, VpcdConnection.FIRST_PORT)) {
						seen(() -> provider.readers().getFirst().card().isPresent());
						var signer = card().signer(CardKey.SIGNATURE, "Request",
								request -> Secret.taking(EmulatedCard.PIN.toCharArray()));
						SigningTest.assertSigned(signer, signer.sign(SigningTest.DATA));
					}
					seen(() -> provider.readers().getFirst().card().isEmpty());
				}
				seen(() -> isProblem(CardException.NoService.class));
			}
		}
	}

	private boolean isProblem(Class<? extends CardException> type) {
		try {
			provider.readers();
			return false;
		} catch (CardException e) {
			return type.isInstance(e);
		}
	}

	/** It is so, within two seconds and after as many tellings as it takes. */
	private void seen(Callable<Boolean> so) throws Exception {
		var until = Instant.now().plus(Duration.ofSeconds(2));
		do {
			assertTrue(told.tryAcquire(Duration.between(Instant.now(), until).toMillis(), TimeUnit.MILLISECONDS),
					"it was not told");
		} while (!so.call());
	}

	private Card card() throws CardException {
		return provider.readers().getFirst().card().orElseThrow();
	}
}
