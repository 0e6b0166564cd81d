package org.certbench.guide.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.Severity;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Applying all rules together. */
class RuleBookTest {

	private static final Instant NOW = Instant.parse("2030-03-01T10:00:00Z");

	@Test
	@DisplayName("I02 the worst first, then what expires soonest, then what has no date")
	void theWorstFirst() {
		var soon = certificate("soon.p12", NOW.plusSeconds(60));
		var late = certificate("late.p12", NOW.plusSeconds(9_999_999));
		Rule first = facts -> Stream.of(finding(Severity.INFORMATION, soon.file().toUri()),
				finding(Severity.WARNING, URI.create("reader:none")), finding(Severity.WARNING, late.file().toUri()));
		Rule second = facts -> Stream.of(finding(Severity.WARNING, soon.file().toUri()),
				finding(Severity.ERROR, late.file().toUri()));
		var found = new RuleBook(List.of(() -> first, () -> second)).findings(new Facts(NOW, List.of(late, soon), List.of()));
		assertEquals(List.of(finding(Severity.ERROR, late.file().toUri()), finding(Severity.WARNING, soon.file().toUri()),
				finding(Severity.WARNING, late.file().toUri()), finding(Severity.WARNING, URI.create("reader:none")),
				finding(Severity.INFORMATION, soon.file().toUri())), found);
	}

	@Test
	@DisplayName("W07 a vendor's rule that fails does not take the others with it")
	void aRuleThatFails() {
		var finding = finding(Severity.WARNING, URI.create("reader:none"));
		Rule failing = facts -> Stream.of(1).map(any -> {
			throw new IllegalStateException("thrown by the test");
		});
		var book = new RuleBook(List.of(() -> {
			throw new IllegalStateException("its class cannot be made, says the test");
		}, () -> failing, () -> facts -> Stream.of(finding)));
		assertEquals(List.of(finding), book.findings(new Facts(NOW, List.of(), List.of())));
	}

	private static Finding finding(Severity severity, URI subject) {
		return new Finding(severity, "renewal-due", subject, null, "seen", true);
	}

	private static CertificateLife certificate(String file, Instant notAfter) {
		return new CertificateLife(Path.of(file).toAbsolutePath(), Environment.SIMULATOR, null, "", null,
				LifeCycleState.ACTIVE, new Validity(NOW, notAfter, Knowledge.VERIFIED), null, null, null, null, "", null);
	}
}
