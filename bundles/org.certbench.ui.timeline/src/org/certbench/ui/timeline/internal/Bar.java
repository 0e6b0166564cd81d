package org.certbench.ui.timeline.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Finding;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/**
 * A certificate as the timeline shows it: from its first to its last moment, or, while it is only
 * requested, from the request until now.
 *
 * @param certificate what it stands for
 * @param findings    about it, the worst first
 * @param from        where it begins
 * @param to          where it ends
 * @param sure        whether the dates are more than an estimate
 * @param marks       what happened when
 */
record Bar(CertificateLife certificate, List<Finding> findings, Instant from, Instant to, boolean sure,
		List<Mark> marks) {

	/** What can be marked on a bar. */
	enum Milestone {
		REQUESTED, ISSUED, COMPLETED, ACTIVATED
	}

	/** Something that happened. */
	record Mark(Milestone milestone, Instant at) {
	}

	/** The bar of a certificate; nothing where neither its dates nor its request are known. */
	static Optional<Bar> of(CertificateLife certificate, List<Finding> findings, Instant now) {
		var marks = marks(certificate);
		return certificate.dates()
				.map(dates -> new Bar(certificate, findings, dates.notBefore(), dates.notAfter(),
						dates.knowledge() != Knowledge.ESTIMATED, marks))
				.or(() -> certificate.ownRequest().map(RequestRecord::started)
						.map(started -> new Bar(certificate, findings, started, later(started, now), false, marks)));
	}

	LifeCycleState state() {
		return certificate.state();
	}

	/** Whether there is no certificate yet, only a request. */
	boolean isRequest() {
		return certificate.dates().isEmpty();
	}

	boolean needsAction() {
		return findings.stream().anyMatch(Finding::needsAction);
	}

	boolean overlaps(Bar other) {
		return from.isBefore(other.to) && other.from.isBefore(to);
	}

	private static List<Mark> marks(CertificateLife certificate) {
		var marks = new ArrayList<Mark>();
		certificate.ownRequest().ifPresent(request -> marks.add(new Mark(Milestone.REQUESTED, request.started())));
		certificate.dates().ifPresent(dates -> marks.add(new Mark(Milestone.ISSUED, dates.notBefore())));
		certificate.ownRequest().flatMap(Bar::latest).ifPresent(marks::add);
		return List.copyOf(marks);
	}

	private static Optional<Mark> latest(RequestRecord request) {
		return Optional.ofNullable(switch (request.milestone()) {
			case INSTALLED, TOKEN_REGISTERED -> Milestone.COMPLETED;
			case ACTIVATED, HANDED_OVER -> Milestone.ACTIVATED;
			case KEY_CREATED, SIGNED, SENDING, SENT, REFUSED, REVOKED -> null;
		}).map(milestone -> new Mark(milestone, request.since()));
	}

	/** A request of this very day is still wide enough to be seen. */
	private static Instant later(Instant started, Instant now) {
		var nextDay = started.plusSeconds(86_400);
		return now.isAfter(nextDay) ? now : nextDay;
	}
}
