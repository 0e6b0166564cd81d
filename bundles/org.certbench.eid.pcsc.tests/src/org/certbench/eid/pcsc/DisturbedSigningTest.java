package org.certbench.eid.pcsc;

import static org.certbench.eid.pcsc.CardTable.MSE;
import static org.certbench.eid.pcsc.CardTable.PSO;
import static org.certbench.eid.pcsc.CardTable.VERIFY;
import static org.certbench.eid.pcsc.SigningTest.DATA;
import static org.certbench.eid.pcsc.SigningTest.assertSigned;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
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
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Signing with a card that goes meanwhile, or that another program holds")
@ExtendWith(PinWatch.class)
class DisturbedSigningTest {

	private static final String PIN = EmulatedCard.PIN;

	private final CardTable table = new CardTable();

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
}
