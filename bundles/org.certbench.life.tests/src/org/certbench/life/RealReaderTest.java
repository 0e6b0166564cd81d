package org.certbench.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;

import org.certbench.core.LifeCycleState;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.eid.Card;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.SoftTokens;
import org.certbench.eid.pcsc.PcscCardProvider;
import org.certbench.eid.pkcs11.Pkcs11CardProvider;
import org.certbench.eid.pkcs11.Pkcs11Modules;
import org.certbench.eid.pkcs11.internal.ModuleFiles;
import org.certbench.eid.virtual.VirtualCards;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The life of a certificate, with a card that is reached as a real one is")
class RealReaderTest {

	private static final EmulatedCards CARDS = new EmulatedCards();

	@TempDir
	private Path folder;

	@Nested
	class RealService {

		@RegisterExtension
		static final CardServiceTurn TURN = new CardServiceTurn();

		@ParameterizedTest
		@EnumSource(names = { "RSA_1_7", "EC_1_8" })
		@DisplayName("M03 to M26 in a reader of a real pcscd: requested, completed, renewed, completed, activated")
		void pcsc(CardModel model) throws Exception {
			var inserted = CARDS.card(model, Person.JANE).make();
			try (var service = TURN.start(); var reader = service.insert(inserted)) {
				live(new PcscCardProvider().readers().getFirst().card().orElseThrow(), CARDS.roots());
				assertEquals(3, inserted.triesLeft());
			}
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "RSA_1_7", "EC_1_8" })
	@DisplayName("M03 to M26 through PKCS#11, with a token of SoftHSM2: requested, completed, renewed, completed, activated")
	void pkcs11(CardModel model) throws Exception {
		var lacking = SoftTokens.lacking();
		assumeTrue(lacking.isEmpty(), lacking::toString);
		var tokens = SoftTokens.shared();
		System.setProperty(Pkcs11Modules.PROPERTY, SoftTokens.module().toString());
		try {
			var provider = new Pkcs11CardProvider(new ModuleFiles(() -> folder));
			var reader = provider.readers().stream().filter(each -> each.name().equals(tokens.reader(model))).findFirst();
			live(reader.orElseThrow().card().orElseThrow(), tokens.roots());
		} finally {
			System.clearProperty(Pkcs11Modules.PROPERTY);
		}
	}

	private void live(Card card, List<X509Certificate> roots) throws Exception {
		try (var installation = new Installation(folder, Faults.NONE, roots)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
			var manager = new Manager(installation, VirtualCards.RSA_READER).using(card);

			var old = manager.request();
			manager.complete(old, Manager.PASSWORD);
			assertEquals(LifeCycleState.RENEWAL_DUE, installation.life(old).state());
			var renewed = manager.renew(old, Manager.PASSWORD);
			manager.complete(renewed, Manager.PASSWORD);
			manager.activate(renewed, Manager.PASSWORD);

			assertEquals(LifeCycleState.SUPERSEDED, installation.life(old).state());
			assertEquals(LifeCycleState.ACTIVE, installation.life(renewed).state());
		}
	}
}
