package org.certbench.eid.pcsc;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

import org.certbench.core.Secret;
import org.certbench.core.Signer;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardKey;
import org.certbench.eid.CardTrust;
import org.certbench.eid.PinEntry;
import org.certbench.eid.PinRequest;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.PinWatch;

/** A table with one fake reader, emulated cards to put into it, and somebody who knows the PIN. */
final class CardTable {

	static final CardTrust NO_ROOTS = new CardTrust(List.of(), List.of());
	static final EmulatedCards CARDS = new EmulatedCards();
	static final String READER = "Reader on the table";
	static final int VERIFY = 0x20;
	static final int MSE = 0x22;
	static final int PSO = 0x2A;

	/** More than anything needs that is not held up, and as much as somebody waits who watches a test. */
	static final Duration PATIENCE = Duration.ofSeconds(1);

	FakeTerminal terminal = new FakeTerminal(READER);
	final PcscCardProvider provider;
	/** What the person was asked. */
	final List<PinRequest> asked = new ArrayList<>();

	CardTable() {
		this(NO_ROOTS);
	}

	CardTable(CardTrust trust) {
		this(trust, InstantSource.system());
	}

	CardTable(CardTrust trust, InstantSource clock) {
		provider = new PcscCardProvider(() -> List.of(terminal), () -> trust, clock, PATIENCE);
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

	PinEntry giving(String... pins) {
		var left = new ArrayList<>(List.of(pins));
		return request -> {
			asked.add(request);
			return Secret.taking(PinWatch.give(left.removeFirst()));
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
