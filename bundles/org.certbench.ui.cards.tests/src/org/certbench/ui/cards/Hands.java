package org.certbench.ui.cards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

import org.certbench.eid.TestRoots;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.CardService;
import org.certbench.eid.emulator.CardServiceTurn;
import org.certbench.eid.emulator.EmulatedCard;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;
import org.certbench.eid.emulator.PinWatch;
import org.certbench.eid.emulator.VpcdConnection;
import org.certbench.ui.driver.CardScenario;

/** Puts emulated cards into the first virtual reader of a pcscd, and takes them out. */
final class Hands implements CardScenario.Hands, AutoCloseable {

	private static final EmulatedCards CARDS = new EmulatedCards();
	private static final byte[] BANK_CARD = HexFormat.of().parseHex("3B6500002063CB6800");

	private final CardServiceTurn turn;
	private final EmulatedCard eid = card();
	private final EmulatedCard bankCard = card();
	private Optional<CardService> service = Optional.empty();
	private Optional<VpcdConnection> inserted = Optional.empty();

	Hands(CardServiceTurn turn) {
		this.turn = turn;
		bankCard.disguise(BANK_CARD);
	}

	private static EmulatedCard card() {
		return CARDS.card(CardModel.EC_1_8, Person.JANE).make();
	}

	/** Another card, whose days are over. */
	static EmulatedCard expired() {
		return CARDS.card(CardModel.EC_1_8, Person.JANE).validUntil(Instant.now().minus(Duration.ofDays(2))).make();
	}

	@Override
	public void startService() {
		service = Optional.of(turn.start());
	}

	@Override
	public void endService() {
		remove();
		service.ifPresent(CardService::close);
		service = Optional.empty();
	}

	@Override
	public void insertEid() {
		insert(eid);
	}

	@Override
	public String pin() {
		return String.valueOf(PinWatch.give(EmulatedCard.PIN));
	}

	/** The test roots of the cards: the simulator of this process trusts them, once it was told. */
	static void trust(Path folder) throws IOException {
		System.setProperty(TestRoots.PROPERTY,
				Files.writeString(folder.resolve("test-roots.pem"), CARDS.rootsAsPem()).toString());
	}

	@Override
	public void insertBankCard() {
		insert(bankCard);
	}

	private void insert(EmulatedCard card) {
		try {
			inserted = Optional.of(new VpcdConnection(card, VpcdConnection.FIRST_PORT));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void remove() {
		try {
			if (inserted.isPresent()) {
				inserted.get().close();
			}
			inserted = Optional.empty();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() {
		endService();
	}
}
