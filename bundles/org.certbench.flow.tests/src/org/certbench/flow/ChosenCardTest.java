package org.certbench.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.certbench.core.Environment;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardIdentity;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardReader;
import org.certbench.testing.InstalledCards;
import org.certbench.testing.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("M09: the card that was chosen, though it was taken out since")
class ChosenCardTest {

	private static final String READER = "Reader on the table";

	private final Map<String, Scripted> providers = new LinkedHashMap<>();
	private final FakeCard chosen = new FakeCard(READER, "1");

	@Test
	@DisplayName("it is still in: the same")
	void same() throws Exception {
		provider("pcsc", READER, chosen);
		assertSame(chosen, now());
	}

	@Test
	@DisplayName("put in again, in the same reader or in another one: the live one")
	void again() throws Exception {
		var again = new FakeCard(READER, "1");
		provider("pcsc", READER, again);
		assertSame(again, now());

		var elsewhere = new FakeCard("The other reader", "1");
		provider("pcsc", READER, null).put("The other reader", elsewhere);
		assertSame(elsewhere, now());
	}

	@Test
	@DisplayName("eid-no-card: in no reader: the dead one, which tells so when it is used")
	void gone() throws Exception {
		provider("pcsc", READER, null).put("The other reader", new FakeCard("The other reader", "2"));
		assertSame(chosen, now());
		providers.clear();
		providers.put("pcsc", new Scripted(Set.of(Environment.values()), null));
		assertSame(chosen, now());
	}

	@Test
	@DisplayName("another card is in its reader: it is said whose card is needed, and where one chooses again")
	void another() {
		provider("pcsc", READER, new FakeCard(READER, "2"));
		var problem = assertThrows(CardException.OtherCard.class, this::now);
		assertEquals("eid-no-card", problem.problem());
		assertTrue(problem.getMessage().contains("Jane Doe") && problem.remedy().contains("Jane Doe"));
	}

	@Test
	@DisplayName("eid-not-an-eid: what keeps its reader from having it is said")
	void notAnEid() {
		provider("pcsc", READER, new CardException.NotAnEid(READER));
		assertThrows(CardException.NotAnEid.class, this::now);
	}

	@Test
	@DisplayName("the way to it is the one that was chosen, and a provider for another environment is not asked")
	void sameWay() throws Exception {
		provider("pcsc", READER, new OtherCard(READER));
		provider("pkcs11", READER, new FakeCard(READER, "1"));
		assertSame(providers.get("pkcs11").inside().get(READER), now());

		providers.clear();
		providers.put("virtual", new Scripted(Set.of(Environment.ACCEPTANCE), Map.of(READER, new FakeCard(READER, "1"))));
		assertSame(chosen, now());
	}

	private Card now() throws CardException {
		return new ChosenCard(chosen, new InstalledCards(providers), Environment.SIMULATOR).now();
	}

	/** @param inside a card, what keeps from reading it, or null */
	private Map<String, Object> provider(String id, String reader, Object inside) {
		var readers = new LinkedHashMap<String, Object>();
		readers.put(reader, inside);
		providers.put(id, new Scripted(Set.of(Environment.values()), readers));
		return readers;
	}

	/** @param inside what is in each reader; null where there is no reader */
	private record Scripted(Set<Environment> environments, Map<String, Object> inside) implements CardProvider {

		@Override
		public List<CardReader> readers() throws CardException {
			if (inside == null) {
				throw new CardException.NoReader(null);
			}
			return inside.entrySet().stream().<CardReader>map(each -> new Reader(each.getKey(), each.getValue())).toList();
		}

		@Override
		public Watch watch(Runnable changed) {
			throw new UnsupportedOperationException();
		}
	}

	private record Reader(String name, Object inside) implements CardReader {

		@Override
		public Optional<Card> card() throws CardException {
			if (inside instanceof CardException problem) {
				throw problem;
			}
			return Optional.ofNullable((Card) inside);
		}
	}

	private record FakeCard(String readerName, String number) implements TestCard {

		@Override
		public CardIdentity identity() {
			return TestCard.identity(number, LocalDate.MAX);
		}
	}

	/** A card that is reached in another way. */
	private record OtherCard(String readerName) implements TestCard {
	}
}
