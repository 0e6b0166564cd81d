package org.certbench.ui.explorer.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Words;
import org.certbench.testing.TestLives;
import org.certbench.testing.Translations;
import org.certbench.ui.Snapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What the explorer shows, in which order. */
class GroupsTest {

	private static final CertificateLife SOON = TestLives.life("SOON", LifeCycleState.RENEWAL_DUE, Duration.ofDays(12));
	private static final CertificateLife LATER = TestLives.life("LATER", LifeCycleState.ACTIVE, Duration.ofDays(800));
	private static final CertificateLife REAL = TestLives.life("REAL", Environment.PRODUCTION, LifeCycleState.ACTIVE,
			TestLives.validity(Duration.ofDays(400), Knowledge.ESTIMATED), null);
	private static final CertificateLife ASKED = TestLives.life("ASKED", Environment.PRODUCTION, LifeCycleState.REQUESTED,
			null, null);
	private static final Finding DUE = TestLives.finding("SOON", Severity.WARNING, "renewal-due", true);
	private static final Finding NOTE = TestLives.finding("LATER", Severity.INFORMATION, "weak-store", false);

	@Test
	@DisplayName("I02: what needs action comes first, then everything, per environment")
	void needsActionFirst() {
		var groups = groups("", Column.EXPIRES);
		assertEquals(List.of(Groups.NEEDS_ACTION, "simulator", "production"), groups.all().stream().map(Groups.Group::id).toList());
		assertEquals(List.of(SOON), certificates(groups, 0));
		assertEquals(List.of(SOON, LATER), certificates(groups, 1));
		assertEquals(4, groups.size());
	}

	@Test
	@DisplayName("what expires first stands first, what has no date last")
	void sortedByExpiry() {
		assertEquals(List.of(REAL, ASKED), certificates(groups("", Column.EXPIRES), 2));
	}

	@Test
	void sortedByName() {
		assertEquals(List.of(LATER, SOON), certificates(groups("", Column.HOLDER), 1));
	}

	@Test
	@DisplayName("I02: the filter wants every word, in any case, in the name, number, state, environment or file")
	void filtered() {
		assertEquals(List.of(SOON), certificates(groups("soon", Column.EXPIRES), 0));
		var number = SOON.knownHolder().orElseThrow().identifier().value();
		assertEquals(2, groups("SOO " + number, Column.EXPIRES).all().size());
		assertEquals(0, groups("soon nobody", Column.EXPIRES).size());
		assertEquals(2, groups("production", Column.EXPIRES).size());
	}

	@Test
	@DisplayName("what is damaged, or opened by no password, is never said to be in use")
	void unreadable() {
		for (var closed : List.of(TestLives.damaged(SOON), TestLives.locked(SOON))) {
			assertEquals(Words.stateOf(closed), Column.STATE.text(new Row(closed, List.of()), Instant.EPOCH));
			assertNotEquals(Words.of(closed.state()), Words.stateOf(closed));
		}
	}

	@Test
	@DisplayName("a certificate is found in an open group only")
	void found() {
		var groups = groups("", Column.EXPIRES);
		assertEquals(Optional.of(new Groups.Place(0, 0)), groups.find(SOON, List.of(Groups.NEEDS_ACTION, "simulator")));
		assertEquals(Optional.of(new Groups.Place(1, 0)), groups.find(SOON, List.of("simulator")));
		assertEquals(Optional.empty(), groups.find(SOON, List.of("production")));
	}

	@Test
	@DisplayName("B01: an estimated date is marked, a missing one is left out")
	void estimated() {
		assertTrue(Column.EXPIRES.text(new Row(REAL, List.of()), TestLives.NOW).startsWith("~ "));
		assertEquals("400", Column.DAYS.text(new Row(REAL, List.of()), TestLives.NOW));
		assertEquals("", Column.EXPIRES.text(new Row(ASKED, List.of()), TestLives.NOW));
	}

	@Test
	@DisplayName("I01: 10,000 certificates are grouped, filtered and sorted in the blink of an eye")
	void many() {
		var many = IntStream.range(0, 10_000)
				.mapToObj(i -> TestLives.life("HOLDER-%05d".formatted(i), LifeCycleState.ACTIVE, Duration.ofDays(i))).toList();
		var snapshot = new Snapshot(TestLives.NOW, many, List.of(), List.of());
		var start = System.nanoTime();
		var groups = Groups.of(snapshot, "holder-0042", Column.HOLDER.order());
		var took = Duration.ofNanos(System.nanoTime() - start);
		assertEquals(10, groups.size());
		assertTrue(took.compareTo(Duration.ofSeconds(2)) < 0, () -> "took " + took);
	}

	@Test
	void translations() {
		Translations.check(Groups.class);
	}

	private static Groups groups(String words, Column sorted) {
		return Groups.of(new Snapshot(TestLives.NOW, List.of(LATER, ASKED, REAL, SOON), List.of(DUE, NOTE), List.of()), words,
				sorted.order());
	}

	private static List<CertificateLife> certificates(Groups groups, int group) {
		return groups.all().get(group).rows().stream().map(Row::certificate).toList();
	}
}
