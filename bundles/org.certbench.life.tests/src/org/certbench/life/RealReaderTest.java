package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.certbench.core.LifeCycleState;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.eid.Card;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardService;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.VpcdConnection;
import org.certbench.eid.pcsc.PcscCardProvider;
import org.certbench.eid.virtual.VirtualCards;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The life of a certificate, with a card in a reader of a real pcscd")
class RealReaderTest {

	private static final EmulatedCards CARDS = new EmulatedCards();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource(names = { "RSA_1_7", "EC_1_8" })
	@DisplayName("M03 to M26: requested, completed, renewed, completed, activated")
	void life(CardModel model) throws Exception {
		var lacking = CardService.lacking();
		assumeTrue(lacking.isEmpty(), lacking::toString);
		var inserted = CARDS.card(model, Person.JANE).make();
		try (var service = CardService.start();
				var reader = new VpcdConnection(inserted, VpcdConnection.FIRST_PORT);
				var installation = new Installation(folder, Faults.NONE, CARDS.roots())) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
			var manager = new Manager(installation, VirtualCards.RSA_READER).using(awaitCard());

			var old = manager.request();
			manager.complete(old, Manager.PASSWORD);
			assertEquals(LifeCycleState.RENEWAL_DUE, installation.life(old).state());
			var renewed = manager.renew(old, Manager.PASSWORD);
			manager.complete(renewed, Manager.PASSWORD);
			manager.activate(renewed, Manager.PASSWORD);

			assertEquals(LifeCycleState.SUPERSEDED, installation.life(old).state());
			assertEquals(LifeCycleState.ACTIVE, installation.life(renewed).state());
			assertEquals(3, inserted.triesLeft());
		}
	}

	/** The card, as soon as the service tells that it is in. */
	private static Card awaitCard() throws Exception {
		var told = new Semaphore(0);
		var provider = new PcscCardProvider();
		try (var watch = provider.watch(told::release)) {
			Optional<Card> card = Optional.empty();
			while (card.isEmpty()) {
				told.tryAcquire(2, TimeUnit.SECONDS);
				card = provider.readers().getFirst().card();
			}
			return card.get();
		}
	}
}
