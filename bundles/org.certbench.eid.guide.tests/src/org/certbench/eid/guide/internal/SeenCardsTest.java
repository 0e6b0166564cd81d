package org.certbench.eid.guide.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Progress;
import org.certbench.core.Severity;
import org.certbench.eid.Card;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardReader;
import org.certbench.guide.Facts;
import org.certbench.testing.InstalledCards;
import org.certbench.testing.TestCard;
import org.certbench.testing.Translations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("M31: what is wrong with the cards in the readers, for the guide")
class SeenCardsTest {

	private static final String READER = "Reader on the table";

	private final Scripted readers = new Scripted(Set.of(Environment.values()));
	private final Scripted virtual = new Scripted(Set.of(Environment.SIMULATOR));
	private final SeenCards seen = new SeenCards(new InstalledCards(Map.of("pcsc", readers, "virtual", virtual)));

	@AfterEach
	void close() {
		seen.close();
	}

	@Test
	@DisplayName("what the card says is found, once somebody has looked; the next look forgets it")
	void looked() throws Exception {
		readers.insert(new FakeCard("eid-expired"));
		assertEquals(List.of(), found());
		seen.refresh(Progress.NONE);
		assertEquals(List.of("eid-expired"), found());
		readers.insert(new FakeCard());
		seen.refresh(Progress.NONE);
		assertEquals(List.of(), found());
	}

	@Test
	@DisplayName("no reader, no card, or one that cannot be read, and virtual cards: nothing is found")
	void nothing() throws Exception {
		virtual.insert(new FakeCard("eid-expired"));
		for (var inside : List.of(new CardException.NotAnEid(READER), Optional.empty())) {
			readers.insert(inside);
			seen.refresh(Progress.NONE);
			assertEquals(List.of(), found());
		}
		readers.failing = new CardException.NoService(null);
		seen.refresh(Progress.NONE);
		assertEquals(List.of(), found());
	}

	@Test
	@DisplayName("who watches is told when a card with findings comes and goes, and not any more after the end")
	void watched() throws Exception {
		var told = new Semaphore(0);
		var watch = seen.watch(told::release);
		assertTrue(readers.watched.tryAcquire(10, TimeUnit.SECONDS));
		readers.insert(new FakeCard("eid-not-genuine"));
		readers.tell();
		assertTrue(told.tryAcquire(10, TimeUnit.SECONDS));
		assertEquals(List.of("eid-not-genuine"), found());
		readers.insert(Optional.empty());
		readers.tell();
		assertTrue(told.tryAcquire(10, TimeUnit.SECONDS));
		assertEquals(List.of(), found());
		watch.close();
		assertTrue(readers.listeners.isEmpty() && virtual.listeners.isEmpty());
		assertFalse(told.tryAcquire());
	}

	@Test
	void allTextsAreTranslated() {
		Translations.check(SeenCards.class);
	}

	private List<String> found() {
		return new CardRule().apply(new Facts(Instant.EPOCH, List.of(), List.of(), List.of(seen.facts())))
				.map(Finding::problem).toList();
	}

	/** One reader, and what a test put into it. */
	private static final class Scripted implements CardProvider {

		private final Set<Environment> environments;
		private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
		private final Semaphore watched = new Semaphore(0);
		private volatile Object inside = Optional.empty();
		private volatile CardException failing;

		Scripted(Set<Environment> environments) {
			this.environments = environments;
		}

		/** @param what a card, what keeps from reading it, or an empty Optional */
		void insert(Object what) {
			inside = what;
		}

		void tell() {
			listeners.forEach(Runnable::run);
		}

		@Override
		public Set<Environment> environments() {
			return environments;
		}

		@Override
		public List<CardReader> readers() throws CardException {
			if (failing != null) {
				throw failing;
			}
			return List.of(new Reader(READER, inside));
		}

		@Override
		public Watch watch(Runnable changed) {
			Runnable listener = changed::run;
			listeners.add(listener);
			watched.release();
			return () -> listeners.remove(listener);
		}
	}

	private record Reader(String name, Object inside) implements CardReader {

		@Override
		public Optional<Card> card() throws CardException {
			if (inside instanceof CardException problem) {
				throw problem;
			}
			return inside instanceof Card card ? Optional.of(card) : Optional.empty();
		}
	}

	private static final class FakeCard implements TestCard {

		private final List<Finding> findings;

		FakeCard(String... problems) {
			findings = List.of(problems).stream().map(problem -> new Finding(Severity.ERROR, problem,
					URI.create("reader:fake"), null, "It is so.", true)).toList();
		}

		@Override
		public String readerName() {
			return READER;
		}

		@Override
		public List<Finding> findings() {
			return findings;
		}
	}
}
