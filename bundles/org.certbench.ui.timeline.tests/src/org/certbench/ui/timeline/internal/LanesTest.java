package org.certbench.ui.timeline.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.testing.TestLives;
import org.certbench.testing.Translations;
import org.certbench.ui.Snapshot;
import org.certbench.ui.timeline.internal.Bar.Mark;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which bar stands where. */
class LanesTest {

	private static final CertificateLife OLD = life("ALFA", "old", Duration.ofDays(20));
	private static final CertificateLife RENEWED = life("ALFA", "new", Duration.ofDays(1100));
	private static final CertificateLife ANCIENT = life("ALFA", "ancient", Duration.ofDays(-1200));
	private static final CertificateLife OTHER = TestLives.life("ZULU", LifeCycleState.ACTIVE, Duration.ofDays(500));
	private static final Finding DUE = TestLives.finding("ZULU", Severity.WARNING, "renewal-due", true);

	@Test
	@DisplayName("W05: a lane per holder, by name")
	void laneForEachHolder() {
		assertEquals(List.of("ALFA", "ZULU"), names(lanes()));
	}

	@Test
	@DisplayName("I02: those for whom something is to be done come first")
	void needsActionFirst() {
		assertEquals(List.of("ZULU", "ALFA"), names(lanes(DUE)));
	}

	@Test
	@DisplayName("bars that overlap, as during a renewal, stand in two rows; others share one")
	void overlapping() {
		var lane = lanes().all().getFirst();
		assertEquals(2, lane.rows().size());
		assertEquals(List.of(ANCIENT, OLD), lane.rows().getFirst().stream().map(Bar::certificate).toList());
		assertEquals(List.of(RENEWED), lane.rows().getLast().stream().map(Bar::certificate).toList());
		assertEquals(List.of(ANCIENT, OLD, RENEWED), lane.bars().stream().map(Bar::certificate).toList());
	}

	@Test
	@DisplayName("lanes lie one below the other without a gap, and are found by their height")
	void found() {
		var lanes = lanes();
		var first = lanes.all().getFirst();
		var second = lanes.all().getLast();
		assertEquals(first.height(), second.top());
		assertEquals(first.height() + second.height(), lanes.height());
		assertEquals(Optional.of(first), lanes.at(first.height() - 1));
		assertEquals(Optional.of(second), lanes.at(first.height()));
		assertEquals(Optional.empty(), lanes.at(-1));
		assertEquals(Optional.empty(), lanes.at(lanes.height()));
	}

	@Test
	@DisplayName("a bar is hit between its first and its last moment, in its own row")
	void hit() {
		var lanes = lanes();
		var scale = TimeScale.fitting(lanes.first().orElseThrow(), lanes.last().orElseThrow(), TestLives.NOW, 1000);
		var old = lanes.bars().get(1);
		int row = lanes.all().getFirst().rowTop(0) + 3;
		double middle = (scale.place(old.from()) + scale.place(old.to())) / 2;
		assertEquals(Optional.of(old), lanes.barAt(scale, middle, row));
		assertEquals(Optional.empty(), lanes.barAt(scale, middle, 2));
		assertEquals(Optional.empty(), lanes.barAt(scale, scale.place(old.to()) + 8, row));
	}

	@Test
	@DisplayName("what is only requested lasts from the request until now, and is no fact yet")
	void requested() {
		var request = TestLives.request("ASKED", Milestone.SENT);
		var asked = TestLives.life("ASKED", Environment.SIMULATOR, LifeCycleState.REQUESTED, null, request);
		var bar = Bar.of(asked, List.of(), TestLives.NOW).orElseThrow();
		assertTrue(bar.isRequest());
		assertFalse(bar.sure());
		assertEquals(request.started(), bar.from());
		assertEquals(TestLives.NOW, bar.to());
		assertEquals(List.of(new Mark(Bar.Milestone.REQUESTED, request.started())), bar.marks());
		var unknown = TestLives.life("UNKNOWN", Environment.SIMULATOR, LifeCycleState.REQUESTED, null, null);
		assertEquals(Optional.empty(), Bar.of(unknown, List.of(), TestLives.NOW));
	}

	@Test
	@DisplayName("B03: requested, issued, completed and activated are marked; B01: an estimate is told apart")
	void marks() {
		var request = TestLives.request("DONE", Milestone.ACTIVATED);
		var validity = TestLives.validity(Duration.ofDays(900), Knowledge.ESTIMATED);
		var bar = Bar.of(TestLives.life("DONE", Environment.SIMULATOR, LifeCycleState.ACTIVE, validity, request), List.of(),
				TestLives.NOW).orElseThrow();
		assertFalse(bar.sure());
		assertEquals(List.of(new Mark(Bar.Milestone.REQUESTED, request.started()),
				new Mark(Bar.Milestone.ISSUED, validity.notBefore()), new Mark(Bar.Milestone.ACTIVATED, request.since())),
				bar.marks());
	}

	@Test
	@DisplayName("from lane to lane one goes to the bar that ends nearest in time")
	void nearest() {
		var lanes = lanes();
		assertEquals(OTHER, lanes.all().getLast().nearest(lanes.bars().getFirst()).certificate());
		assertEquals(OLD, lanes.all().getFirst().nearest(lanes.bars().getLast()).certificate());
	}

	@Test
	void translations() {
		Translations.check(Lanes.class);
	}

	private static Lanes lanes(Finding... findings) {
		return Lanes.of(new Snapshot(TestLives.NOW, List.of(OTHER, RENEWED, OLD, ANCIENT), List.of(findings), List.of()));
	}

	private static List<String> names(Lanes lanes) {
		return lanes.all().stream().map(lane -> lane.holder().name()).toList();
	}

	/** One of several certificates of a holder. */
	private static CertificateLife life(String holder, String file, Duration untilExpiry) {
		return TestLives.inFile(TestLives.life(holder, LifeCycleState.ACTIVE, untilExpiry), file);
	}
}
