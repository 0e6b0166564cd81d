package org.certbench.guide.internal.rules;

import java.util.stream.Stream;

import org.certbench.core.Finding;
import org.certbench.guide.Facts;
import org.certbench.guide.Rule;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;

/** Requests whose key was made, and of which nobody knows that they arrived (M12). */
public final class RequestNotSent implements Rule {

	@Override
	public Stream<Finding> apply(Facts facts) {
		return facts.requests().stream().filter(request -> request.next().filter(NextAction.SEND::equals).isPresent())
				.map(RequestNotSent::finding);
	}

	/** Renewing goes on with a renewal that was begun: its page is the one of the certificate that is due. */
	private static Finding finding(RequestRecord request) {
		boolean renews = request.renews().isPresent();
		return Observation.at(request, renews ? "renewal-due" : "request-not-sent").warning(
				Words.text(renews ? "renewalNotSent" : "requestNotSent", Words.holder(request), Words.day(request.started())));
	}
}
