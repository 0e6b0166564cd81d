package org.certbench.ui.guide.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;

import org.certbench.core.Finding;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.certbench.inventory.CertificateLife;
import org.certbench.testing.TestLives;
import org.certbench.testing.Translations;
import org.certbench.ui.Snapshot;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which findings the guide shows. */
class FindingsPageTest {

	private static final CertificateLife EXPIRED = TestLives.life("EXPIRED", LifeCycleState.EXPIRED, Duration.ofDays(-3));
	private static final CertificateLife DUE = TestLives.life("DUE", LifeCycleState.RENEWAL_DUE, Duration.ofDays(12));
	private static final Finding ERROR = TestLives.finding("EXPIRED", Severity.ERROR, "expired", true);
	private static final Finding WARNING = TestLives.finding("DUE", Severity.WARNING, "renewal-due", true);
	private static final Finding NOTE = TestLives.finding("EXPIRED", Severity.INFORMATION, "weak-store", false);
	private static final Snapshot SNAPSHOT = new Snapshot(TestLives.NOW, List.of(EXPIRED, DUE),
			List.of(ERROR, WARNING, NOTE), List.of());

	@Test
	@DisplayName("M31: without a selection, everything, the worst first")
	void everything() {
		assertEquals(List.of(ERROR, WARNING, NOTE), FindingsPage.about(List.of(), SNAPSHOT));
	}

	@Test
	@DisplayName("M31: with a selection, what concerns it, the worst first whatever the order of selecting")
	void selected() {
		assertEquals(List.of(WARNING), FindingsPage.about(List.of(DUE), SNAPSHOT));
		assertEquals(List.of(ERROR, WARNING, NOTE), FindingsPage.about(List.of(DUE, EXPIRED), SNAPSHOT));
	}

	@Test
	void translations() {
		Translations.check(FindingsPage.class);
	}
}
