package org.certbench.eid.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.certbench.core.Cancelled;
import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.Fault;
import org.certbench.eid.emulator.PinWatch;
import org.certbench.eid.emulator.VpcdConnection;
import org.certbench.eid.pcsc.internal.SystemTerminals;
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

	private final PcscCardProvider provider = new PcscCardProvider(new SystemTerminals(), () -> CardTable.NO_ROOTS,
			InstantSource.system(), CardTable.PATIENCE);
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
				var signer = card.signer(key, "Request", request -> Secret.taking(PinWatch.give(EmulatedCard.PIN)));
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
			var signer = card().signer(CardKey.SIGNATURE, "Request", request -> Secret.taking(PinWatch.give("0000")));
			assertEquals(OptionalInt.of(2), assertThrows(CardException.PinWrong.class, () -> signer.sign(DATA)).triesLeft());
			assertEquals(2, emulated.triesLeft());
		}
	}

	@Test
	@DisplayName("eid-no-card: removed in the middle of a signature")
	void removedWhileSigning() throws Exception {
		var emulated = CardTable.make(CardModel.EC_1_8);
		try (var service = TURN.start(); var inserted = service.insert(emulated)) {
			var signer = signer();
			emulated.failWhen(command -> command[1] == CardTable.PSO, new Fault.Removal());
			assertThrows(CardException.NoCard.class, () -> signer.sign(DATA));
			assertEquals(1, emulated.count(CardTable.VERIFY));
		}
	}

	@Test
	@DisplayName("eid-no-service: killed in the middle of a signature; started again, the same provider signs with the card")
	void serviceKilledWhileSigning() throws Exception {
		var emulated = CardTable.make(CardModel.EC_1_8);
		try (var service = TURN.start()) {
			var inserted = service.insert(emulated);
			var signer = signer();
			emulated.failWhen(command -> {
				boolean signing = command[1] == CardTable.PSO;
				if (signing) {
					service.kill();
				}
				return signing;
			}, new Fault.Removal());
			assertEquals("eid-no-service", assertThrows(CardException.NoService.class, () -> signer.sign(DATA)).problem());
			inserted.close();
			assertEquals(1, emulated.count(CardTable.VERIFY));
		}
		assertThrows(CardException.NoService.class, provider::readers);
		try (var service = TURN.start(); var inserted = service.insert(emulated)) {
			var signer = signer();
			SigningTest.assertSigned(signer, signer.sign(SigningTest.DATA));
			assertEquals(2, emulated.count(CardTable.VERIFY));
			assertEquals(3, emulated.triesLeft());
		}
	}

	@Test
	@DisplayName("eid-busy: another program holds the card: the waiting has an end, or is cancelled, and nothing was done to the card")
	void heldByAnother() throws Exception {
		var emulated = CardTable.make(CardModel.EC_1_8);
		try (var service = TURN.start(); var inserted = service.insert(emulated)) {
			var signer = signer();
			var letGo = service.holdCard();
			assertEquals("eid-busy", assertThrows(CardException.Busy.class, () -> signer.sign(DATA)).problem());
			Thread.currentThread().interrupt();
			assertThrows(Cancelled.class, () -> signer.sign(DATA));
			assertTrue(Thread.interrupted());
			assertEquals(0, emulated.count(CardTable.MSE));

			letGo.run();
			SigningTest.assertSigned(signer, signer.sign(SigningTest.DATA));
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
						var signer = signer();
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

	/** The signature key of the card that is in, and somebody who knows the PIN. */
	private Signer signer() throws CardException {
		return card().signer(CardKey.SIGNATURE, "Request", request -> Secret.taking(PinWatch.give(EmulatedCard.PIN)));
	}

	private Card card() throws CardException {
		return provider.readers().getFirst().card().orElseThrow();
	}
}
