package org.certbench.flow;

import java.nio.file.Path;

import org.certbench.authority.AuthorityException.NotYetIssued;
import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.OrderReceipt;
import org.certbench.core.KeyIdentifier;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.flow.WorkStep.Work;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Milestone;

/**
 * Sends a signed order (M12). Before it is sent the journal says so; from then on it may have
 * arrived, and is sent again only where the authority does not know it. Two that go on with one
 * request at once send it once: the second is told.
 */
final class OrderDelivery implements Work {

	/** The authority's confirmation, where this run sent the order. */
	static final Answer<OrderReceipt> RECEIPT = new Answer<>("receipt", OrderReceipt.class);

	private static final Texts TEXTS = Texts.of(OrderDelivery.class);

	@Override
	public void run(FlowSession session, Progress progress) throws ProblemException {
		var keystore = RequestedKeystore.of(request(session), session, progress);
		session.claim(keystore);
		// whoever had it before may have sent it
		var request = request(session);
		if (isConfirmed(request)) {
			return;
		}
		if (request.milestone() == Milestone.SENDING && hasArrived(request.key(), session, progress)) {
			session.milestones().arrived(request.key());
		} else {
			send(request, keystore, session, progress);
		}
	}

	private static RequestRecord request(FlowSession session) {
		return session.request().flatMap(session.services().journal()::request)
				.orElseThrow(() -> new IllegalStateException("nothing was signed yet"));
	}

	private static boolean isConfirmed(RequestRecord request) {
		return request.milestone().compareTo(Milestone.SENDING) > 0 && request.milestone() != Milestone.REFUSED;
	}

	private static boolean hasArrived(KeyIdentifier key, FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("send.asking"));
		try {
			session.authority().collect(key, progress);
			return true;
		} catch (NotYetIssued ordered) {
			return true;
		} catch (Refused refused) {
			if (refused.isDecision()) {
				session.milestones().refused(key, refused.getMessage());
				throw refused;
			}
			return false;
		}
	}

	private static void send(RequestRecord request, Path keystore, FlowSession session, Progress progress)
			throws ProblemException {
		var order = SignedOrderFiles.read(request.key(), request.signedOrder());
		// the certificate will be worth nothing without its key
		session.services().keystores().inspect(keystore);
		OrderSteps.refuseSecond(request.holder(), session, progress);
		progress.checkCancelled();
		session.milestones().sending(request.key(), keystore);
		progress.doing(TEXTS.get("send.sending"));
		try {
			var receipt = session.authority().send(order, progress);
			session.put(RECEIPT, receipt);
			session.milestones().sent(request.key(), receipt.automaticallyValidated());
		} catch (Refused refused) {
			refused(refused, request.key(), session, progress);
		}
	}

	/** What the authority has already it refuses, when it was signed again after it had arrived. */
	private static void refused(Refused refused, KeyIdentifier key, FlowSession session, Progress progress)
			throws ProblemException {
		if (hasArrived(key, session, progress)) {
			session.milestones().arrived(key);
			return;
		}
		if (!refused.isForTheClock()) {
			session.milestones().refused(key, refused.getMessage());
		}
		throw refused;
	}
}
