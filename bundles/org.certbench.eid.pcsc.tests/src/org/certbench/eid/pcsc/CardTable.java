package org.certbench.eid.pcsc;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;

/** A table with one fake reader, emulated cards to put into it, and somebody who knows the PIN. */
final class CardTable {

	static final EmulatedCards CARDS = new EmulatedCards();
	static final String READER = "Reader on the table";
	static final int VERIFY = 0x20;
	static final int MSE = 0x22;
	static final int PSO = 0x2A;

	FakeTerminal terminal = new FakeTerminal(READER);
	final PcscCardProvider provider;
	/** What the person was asked. */
	final List<PinRequest> asked = new ArrayList<>();
	private final Map<EmulatedCard, Long> verifiedBefore = new IdentityHashMap<>();

	CardTable() {
		this(List.of());
	}

	CardTable(List<X509Certificate> testRoots) {
		provider = new PcscCardProvider(() -> List.of(terminal), () -> testRoots, InstantSource.system());
	}

	/** A new card of a kind; keys take a moment, so that tests share cards where they leave no trace. */
	static EmulatedCard make(CardModel model) {
		return CARDS.card(model, model == CardModel.EC_1_8 ? Person.JOHN : Person.JANE).make();
	}

	/** The card in the reader. */
	Card card() throws CardException {
		return provider.readers().getFirst().card().orElseThrow();
	}

	/** Puts a card in and reads it. */
	Card insert(EmulatedCard card) throws CardException {
		verifiedBefore.putIfAbsent(card, card.count(VERIFY));
		terminal.insert(card);
		return card();
	}

	/** Plugs the reader in again, or the service has been started again: another reader of the same name, and empty. */
	void plugAgain() {
		terminal = new FakeTerminal(READER);
	}

	/** A key of the card that is in, and somebody who gives these PINs, one each time. */
	Signer signer(CardKey key, String... pins) throws CardException {
		return card().signer(key, "Request of a certificate", giving(pins));
	}

	/** Whatever happened: no card was given a PIN more often than the person gave one. */
	void assertNoPinOfItsOwn() {
		long verified = verifiedBefore.entrySet().stream()
				.mapToLong(each -> each.getKey().count(VERIFY) - each.getValue()).sum();
		assertTrue(verified <= asked.size(), () -> verified + " times VERIFY, asked for " + asked.size() + " PINs");
	}

	PinEntry giving(String... pins) {
		var left = new ArrayList<>(List.of(pins));
		return request -> {
			asked.add(request);
			return Secret.taking(left.removeFirst().toCharArray());
		};
	}

	/** Instruction bytes of the commands, those of a signature only. */
	static List<Integer> signing(EmulatedCard card) {
		return card.commands().stream().map(command -> command[1] & 0xFF)
				.filter(List.of(VERIFY, MSE, PSO)::contains).toList();
	}

	static byte[] hex(String text) {
		return HexFormat.of().parseHex(text);
	}
}
