package org.certbench.flow;

import java.util.Map;
import java.util.Set;

import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.Contract;
import org.certbench.authority.ContractOffice;
import org.certbench.authority.Order;
import org.certbench.authority.Person;
import org.certbench.core.Holder;
import org.certbench.core.HolderSubject;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.eid.CardKey;
import org.certbench.flow.OrderSteps.Purpose;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.Renewal;
import org.certbench.keystore.Keystore;

/**
 * Prepares what is to be signed (M08) and signs it (M09): first the key, on disk and in the journal,
 * then the signature of the card.
 */
final class OrderSignature {

	/** Where the key comes from: made in this run, or before. */
	@FunctionalInterface
	interface Key {
		/** @param holder as the contract names it */
		Keystore keystore(HolderSubject holder, FlowSession session, Progress progress) throws ProblemException;
	}

	private static final Texts TEXTS = Texts.of(OrderSignature.class);
	private static final Set<String> NOT_THE_MANAGER = Set.of("manager-gone", "no-organisation");

	private final Purpose purpose;
	private final Key key;
	private Contract contract;

	private OrderSignature(Purpose purpose, Key key) {
		this.purpose = purpose;
		this.key = key;
	}

	/** With a key made in this run. */
	static OrderSignature withNewKey(Purpose purpose) {
		return new OrderSignature(purpose, new OrderKey(purpose));
	}

	/** With the key of an earlier run, in the keystore that was opened. */
	static OrderSignature goingOn(RequestRecord request) {
		return new OrderSignature(session -> new HolderSubject(request.holder(), request.holderName()),
				(holder, session, progress) -> KeystoreStep.opened(session));
	}

	/** Has the contract written that will be signed. */
	Summary prepare(FlowSession session, Progress progress) throws ProblemException {
		var holder = purpose.holder(session);
		refuseOtherThanBegun(holder.holder(), session);
		OrderSteps.refuseSecond(holder.holder(), session, progress);
		progress.doing(TEXTS.get("sign.drafting"));
		contract = draftForManager(holder, session, progress);
		return OrderTexts.summary(contract, asWritten(holder), purpose.renewed(session), session);
	}

	/** The holder as the contract names it: so it will stand in the certificate (M08). */
	private HolderSubject asWritten(HolderSubject holder) {
		return HolderSubject.read(contract.subject()).filter(written -> written.holder().equals(holder.holder()))
				.orElse(holder);
	}

	/** A renewal has a manager already: who is not known as one is told so, and not that the organisation is unknown. */
	private Contract draftForManager(HolderSubject holder, FlowSession session, Progress progress) throws ProblemException {
		try {
			return draft(holder, session, progress);
		} catch (Refused refused) {
			throw purpose.renewed(session).isPresent() && NOT_THE_MANAGER.contains(refused.problem())
					? new FlowException.NotTheManager(refused) : refused;
		}
	}

	private static Contract draft(HolderSubject holder, FlowSession session, Progress progress) throws ProblemException {
		var card = session.require(Answer.CARD).identity();
		var office = session.authority().capability(ContractOffice.class);
		if (office.isPresent()) {
			var signer = new Person(card.ssin(), card.firstNames(), card.name());
			return office.get().draft(ContactStep.contactData(session), signer, holder.holder(), holder.name(), progress);
		}
		var subject = holder.toDistinguishedName();
		return new Contract(subject, subject.toString(), card.ssin(), Map.of(), new byte[0]);
	}

	/** Signs; nothing is sent. */
	void sign(FlowSession session, Progress progress) throws ProblemException {
		if (contract == null) {
			throw new IllegalStateException("what is to be signed was not shown yet");
		}
		var holder = asWritten(purpose.holder(session));
		var keystore = key.keystore(holder, session, progress);
		progress.checkCancelled();
		progress.doing(TEXTS.get("sign.signing"));
		var order = new Order(ContactStep.contactData(session), contract,
				keystore.certificationRequest(contract.subject()), ContactStep.baseServices(session));
		var signer = session.signer(CardKey.SIGNATURE, TEXTS.get("sign.meaning", holder.name(), holder.holder()));
		var file = new SignedOrderFiles(session.services()).keep(session.authority().sign(order, signer, progress));
		session.milestones().signed(keystore.keyIdentifier(), file);
	}

	/** Once there is a key, one may go back and change what is said, but not for whom it is. */
	private void refuseOtherThanBegun(Holder holder, FlowSession session) throws FlowException {
		var begun = session.request().flatMap(session.services().journal()::request);
		var renewed = purpose.renewed(session).map(Keystore::keyIdentifier);
		if (begun.filter(request -> !request.holder().equals(holder)
				|| renewed.isPresent() && !request.renews().map(Renewal::oldKey).equals(renewed)).isPresent()) {
			throw new FlowException.KeyIsForAnother(begun.get().holder());
		}
	}
}
