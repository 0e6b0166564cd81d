package org.certbench.guide.internal.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.journal.RequestRecord.NextAction;

/** Requests that wait to be completed (M13, M23), or for the moment from which they can be (M14). */
public final class CompletionPending implements Rule {

	/** Issuing takes ten days at most; after that somebody should ask. */
	static final Duration USUAL = Duration.ofDays(10);

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.requests().stream().filter(request -> request.next().filter(NextAction.COMPLETE::equals).isPresent())
				.map(request -> finding(request, facts.now()));
	}

	private static Finding finding(RequestRecord request, Instant now) {
		return request.tryAgainFrom().filter(now::isBefore).map(until -> tooEarly(request, until))
				.orElseGet(() -> pending(request, now));
	}

	private static Finding tooEarly(RequestRecord request, Instant until) {
		return Observation.at(request, "completed-too-early")
				.information(Words.text("completedTooEarly", Words.holder(request), Words.dayAndTime(until)));
	}

	private static Finding pending(RequestRecord request, Instant now) {
		if (request.milestone() == Milestone.INSTALLED) {
			return Observation.at(request, "phase-2-pending")
					.warning(Words.text("tokenPending", Words.holder(request), Words.day(request.since())));
		}
		boolean overdue = request.since().plus(USUAL).isBefore(now);
		var usual = request.checkedByHand() ? "completionChecked" : "completionPending";
		var seen = Words.text(overdue ? "completionOverdue" : usual, Words.holder(request), Words.day(request.since()));
		return Observation.at(request, "phase-2-pending").pressing(overdue, seen);
	}
}
