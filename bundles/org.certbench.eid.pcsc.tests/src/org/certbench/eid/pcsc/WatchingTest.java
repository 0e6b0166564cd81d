package org.certbench.eid.pcsc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.smartcardio.CardTerminal;

import org.certbench.eid.CardException;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.pcsc.internal.Terminals;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Readers and cards come and go, each seen within two seconds")
class WatchingTest {

	private static final EmulatedCard CARD = CardTable.make(CardModel.EC_1_8);

	private final FakeTerminal terminal = new FakeTerminal(CardTable.READER);
	private final Semaphore told = new Semaphore(0);
	private volatile Terminals service = List::of;
	private final PcscCardProvider provider = new PcscCardProvider(() -> service.list(), () -> CardTable.NO_ROOTS,
			InstantSource.system(), CardTable.PATIENCE);

	@Test
	void service() throws Exception {
		service = () -> {
			throw new CardException.NoService(null);
		};
		assertEquals("eid-no-service", assertThrows(CardException.NoService.class, provider::readers).problem());
		try (var watch = provider.watch(told::release)) {
			seen();
			service = () -> List.of((CardTerminal) terminal);
			seen();
			assertEquals(CardTable.READER, provider.readers().getFirst().name());
			service = () -> {
				throw new CardException.NoService(null);
			};
			seen();
		}
	}

	@Test
	void readers() throws Exception {
		service = () -> List.of((CardTerminal) terminal);
		try (var watch = provider.watch(told::release)) {
			seen();
			service = List::of;
			seen();
			assertEquals("eid-no-reader", assertThrows(CardException.NoReader.class, provider::readers).problem());
			service = () -> List.of((CardTerminal) terminal);
			seen();
			assertEquals(1, provider.readers().size());
		}
	}

	@Test
	@DisplayName("M04 cards")
	void cards() throws Exception {
		service = () -> List.of((CardTerminal) terminal);
		try (var watch = provider.watch(told::release)) {
			seen();
			terminal.insert(CARD);
			seen();
			assertTrue(provider.readers().getFirst().card().isPresent());
			terminal.remove();
			seen();
			assertTrue(provider.readers().getFirst().card().isEmpty());
		}
	}

	private void seen() throws InterruptedException {
		assertTrue(told.tryAcquire(2, TimeUnit.SECONDS));
	}
}
