package org.certbench.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.certbench.inventory.CertificateLife;
import org.certbench.testing.TestLives;
import org.certbench.testing.Translations;
import org.eclipse.jface.viewers.StructuredSelection;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What views share about certificates: the selection, the card, the snapshot. */
class CertificatesShownTest {

	private static final CertificateLife ONE = TestLives.life("JANE DOE", LifeCycleState.RENEWAL_DUE, Duration.ofDays(12));
	private static final CertificateLife OTHER = TestLives.life("JOHN DOE", LifeCycleState.ACTIVE, Duration.ofDays(700));

	@Test
	@DisplayName("a selection is understood however the platform hands it on")
	void selection() {
		assertEquals(Optional.of(List.of(ONE)), CertificateSelection.in(ONE));
		assertEquals(Optional.of(List.of(ONE, OTHER)), CertificateSelection.in(List.of(ONE, OTHER)));
		assertEquals(Optional.of(List.of(ONE, OTHER)), CertificateSelection.in(new StructuredSelection(List.of(ONE, OTHER))));
		assertEquals(Optional.of(List.of()), CertificateSelection.in(List.of()));
		assertEquals(Optional.empty(), CertificateSelection.in(null));
		assertEquals(Optional.empty(), CertificateSelection.in("a word"));
		assertEquals(Optional.empty(), CertificateSelection.in(List.of(ONE, "a word")));
	}

	@Test
	@DisplayName("findings belong to the certificate of their file")
	void findings() {
		var due = TestLives.finding("JANE DOE", Severity.WARNING, "renewal-due", true);
		var elsewhere = TestLives.findingOfRequest("JOHN DOE", "phase-2-pending");
		var snapshot = new Snapshot(TestLives.NOW, List.of(ONE, OTHER), List.of(due, elsewhere), List.of());
		assertEquals(List.of(due), snapshot.findingsFor(ONE));
		assertEquals(List.of(), snapshot.findingsFor(OTHER));
		assertEquals(Optional.of(ONE), snapshot.certificate(ONE.file()));
		assertEquals(Optional.empty(), Snapshot.file(elsewhere));
	}

	@Test
	@DisplayName("the card tells who, where in life, until when, and what was found")
	void card() {
		var due = TestLives.finding("JANE DOE", Severity.WARNING, "renewal-due", true);
		var text = CertificateCard.of(ONE, List.of(due), TestLives.NOW).asText();
		assertTrue(text.startsWith("JANE DOE\n"), text);
		assertTrue(text.contains(ONE.knownHolder().orElseThrow().toString()), text);
		assertTrue(text.contains(Dates.lastDayInWords(ONE.dates().orElseThrow(), TestLives.NOW)), text);
		assertTrue(text.contains(due.seen()), text);
		assertTrue(text.contains(ONE.file().toString()), text);
	}

	@Test
	@DisplayName("where there is little room, a holder without a name is called by the number")
	void names() {
		var identifier = ONE.knownHolder().orElseThrow().identifier();
		assertEquals(new HolderName("JANE DOE", identifier.toString()), HolderName.of(ONE));
		assertEquals(new HolderName(identifier.value(), identifier.type()), HolderName.of(TestLives.unnamed(ONE)));
	}

	@Test
	@DisplayName("M05: the certificates of an organisation are told apart by their application ids, wherever they are named")
	void applications() {
		var second = TestLives.ofApplication(ONE, "SECOND");
		assertEquals("JANE DOE, SECOND", second.displayName());
		assertEquals("JANE DOE, SECOND", HolderName.of(second).name());
		assertEquals(second.knownHolder().orElseThrow().toString(), TestLives.unnamed(second).displayName());
	}

	@Test
	void translations() {
		Translations.check(Dates.class);
	}
}
