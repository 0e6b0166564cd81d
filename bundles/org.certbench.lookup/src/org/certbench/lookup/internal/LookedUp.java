package org.certbench.lookup.internal;

import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.core.Severity;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.lookup.Answers;
import org.certbench.lookup.Comparison;
import org.certbench.lookup.Comparison.Row;
import org.certbench.lookup.Difference;
import org.certbench.lookup.Words;

/** What an authority knew otherwise than this computer when it was asked last (B06). */
public final class LookedUp implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.of(Answers.class).stream().flatMap(answers -> Comparison.of(answers, facts.certificates()).rows().stream())
				.flatMap(row -> row.differences().stream().filter(difference -> !isKnownAnyway(difference, row))
						.map(difference -> finding(difference, row)));
	}

	/** Of a keystore that was here and is gone, another rule tells. */
	private static boolean isKnownAnyway(Difference difference, Row row) {
		return difference == Difference.NO_KEYSTORE && row.here().isPresent();
	}

	private static Finding finding(Difference difference, Row row) {
		return new Finding(difference.needsAction() ? Severity.WARNING : Severity.INFORMATION, difference.problem(),
				subject(row), row.holder(), Words.seen(difference, row), difference.needsAction());
	}

	/** The keystore; a certificate without one is named by its key. */
	static URI subject(Row row) {
		return row.file().map(Path::toUri).orElseGet(() -> URI.create("certificate:" + row.record().key()));
	}
}
