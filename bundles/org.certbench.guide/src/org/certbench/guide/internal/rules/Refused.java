package org.certbench.guide.internal.rules;

import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;

/** Refused requests that no later one makes up for. */
public final class Refused implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.requests().stream().filter(request -> request.milestone() == Milestone.REFUSED)
				.filter(request -> facts.requests().stream().noneMatch(other -> follows(other, request)))
				.map(request -> Observation.at(request, "refused")
						.error(Words.text("refused", Words.holder(request), Words.day(request.since()))));
	}

	private static boolean follows(RequestRecord other, RequestRecord refused) {
		return other.environment() == refused.environment() && other.holder().equals(refused.holder())
				&& other.started().isAfter(refused.started());
	}
}
