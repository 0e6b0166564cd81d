package org.certbench.guide.internal.rules;

import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.journal.RequestRecord.NextAction;

/** Renewed keystores in use that were not handed over to the software that needs them (M25). */
public final class HandOverPending implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.requests().stream().filter(request -> request.next().filter(NextAction.HAND_OVER::equals).isPresent())
				.map(request -> Observation.at(request, "handed-over-not").warning(Words.text("handOverPending",
						Words.holder(request), Words.day(request.since()), request.keystore().getFileName())));
	}
}
