package org.certbench.lookup.internal;

import java.util.stream.Stream;

import org.certbench.authority.CertificateRecord.Status;
import org.certbench.core.Finding;
import org.certbench.core.Severity;
import org.certbench.core.Texts;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.lookup.Answers;
import org.certbench.lookup.Comparison;
import org.certbench.lookup.Comparison.Row;
import org.certbench.lookup.Words;

/** Organisations whose reminders reach one person only, who may leave: there is no general address. */
public final class NoGenericMail implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.of(Answers.class).stream().flatMap(answers -> Comparison.of(answers, facts.certificates()).rows().stream())
				.filter(NoGenericMail::isWithout).map(row -> new Finding(Severity.INFORMATION, "no-generic-mail",
						LookedUp.subject(row), row.holder(), Texts.of(Words.class).get("seen.noGenericMail", Words.holder(row),
								Words.moment(row.said())), false));
	}

	/** A person's own address is all that a person's certificate needs. */
	private static boolean isWithout(Row row) {
		return !row.holder().identifier().isPerson() && row.there()
				.filter(record -> record.status() == Status.VALID_ACTIVE && record.contact().generalEmail().isEmpty()).isPresent();
	}
}
