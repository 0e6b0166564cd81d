package org.certbench.eid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.certbench.core.Finding;
import org.certbench.eid.CardTrust.Standing;
import org.certbench.eid.emulator.CardModel;
import org.certbench.eid.emulator.EmulatedCards;
import org.certbench.eid.emulator.Person;
import org.certbench.testing.TestCard;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What is wrong with a card, by its days, keys and root")
class CardFindingsTest {

	private static final EmulatedCards CARDS = new EmulatedCards();
	private static final Instant NOW = Instant.now();
	private static final Instant SOON = NOW.plus(Duration.ofDays(30));
	private static final Instant PAST = NOW.minus(Duration.ofDays(2));
	private static final LocalDate LATER = LocalDate.of(2999, 12, 31);

	/** @param end of the certificates */
	private record OfDays(LocalDate validUntil, Instant end, Standing standing) implements TestCard {

		@Override
		public String readerName() {
			return "Reader on the table";
		}

		@Override
		public CardIdentity identity() {
			return TestCard.identity("1", validUntil);
		}

		@Override
		public List<X509Certificate> chain(CardKey key) throws CardException {
			var keys = CARDS.card(CardModel.EC_1_8, Person.JANE).validUntil(end).tokenKeys();
			return key == CardKey.AUTHENTICATION ? keys.getFirst().chain() : keys.getLast().chain();
		}
	}

	@Test
	@DisplayName("none, as long as it is valid; a root that could not be checked is none")
	void none() throws Exception {
		assertEquals(List.of(), problems(new OfDays(LATER, SOON, Standing.KNOWN), NOW));
		assertEquals(List.of(), problems(new OfDays(LATER, SOON, Standing.UNCHECKED), NOW));
	}

	@Test
	@DisplayName("eid-expired: the card, which is one thing to be mended; or its certificates before it")
	void expired() throws Exception {
		var card = CardFindings.of(new OfDays(LocalDate.EPOCH, PAST, Standing.KNOWN), NOW);
		assertEquals(1, card.size());
		assertEquals("eid-expired", card.getFirst().problem());
		assertEquals("reader:Reader%20on%20the%20table", card.getFirst().subject().toString());
		assertTrue(card.getFirst().needsAction());
		assertEquals(List.of("eid-expired", "eid-expired"), problems(new OfDays(LATER, PAST, Standing.KNOWN), NOW));
	}

	@Test
	@DisplayName("clock-wrong: the certificates are not valid yet")
	void notYet() throws Exception {
		assertEquals(List.of("clock-wrong", "clock-wrong"),
				problems(new OfDays(LATER, SOON, Standing.KNOWN), NOW.minus(Duration.ofDays(100))));
	}

	@Test
	@DisplayName("eid-not-genuine: another root than the known ones")
	void unknownRoot() throws Exception {
		assertEquals(List.of("eid-not-genuine"), problems(new OfDays(LATER, SOON, Standing.UNKNOWN), NOW));
	}

	@Test
	void allTextsAreTranslated() {
		Translations.check(CardFindings.class);
	}

	private static List<String> problems(Card card, Instant now) throws CardException {
		return CardFindings.of(card, now).stream().map(Finding::problem).toList();
	}
}
