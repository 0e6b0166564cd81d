package org.certbench.lookup.internal;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.certbench.authority.CertificateRecord.Status;
import org.certbench.core.Environment;
import org.certbench.core.Finding;
import org.certbench.core.Identifier;
import org.certbench.core.Severity;
import org.certbench.core.Texts;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.lookup.Answers;
import org.certbench.lookup.Comparison;
import org.certbench.lookup.Comparison.Row;
import org.certbench.lookup.Words;

/** Organisations with as many certificates as they can have (M05): a further request would be refused. */
public final class LimitReached implements Rule {

	/** An organisation can have ten; that a person can have one needs no finding. */
	static final int MOST = 10;

	/** An organisation in an environment. */
	private record Owner(Environment environment, Identifier organisation) {
	}

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.of(Answers.class).stream()
				.flatMap(answers -> byOwner(Comparison.of(answers, facts.certificates())).values().stream())
				.filter(rows -> rows.size() >= MOST).map(LimitReached::finding);
	}

	private static Map<Owner, List<Row>> byOwner(Comparison comparison) {
		return comparison.rows().stream().filter(row -> !row.holder().identifier().isPerson())
				.filter(row -> row.there().filter(record -> record.status() == Status.VALID_ACTIVE).isPresent())
				.collect(Collectors.groupingBy(row -> new Owner(row.environment(), row.holder().identifier())));
	}

	private static Finding finding(List<Row> rows) {
		var row = rows.getFirst();
		return new Finding(Severity.INFORMATION, "limit-reached", LookedUp.subject(row), row.holder(),
				Texts.of(Words.class).get("seen.limitReached", Words.holder(row), rows.size(), Words.moment(row.said())), false);
	}
}
