package org.certbench.flow.renew.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.authority.CertificateRecord;
import org.certbench.core.HolderSubject;
import org.certbench.core.LifeCycleState;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.RenewalWindow;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.ContactStep.Prefill.Known;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.OrderSteps;
import org.certbench.inventory.CertificateLife;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.Stage;

/** The renewal of one certificate: which one, whether now, and what the authority knows of it. */
final class Renewal implements OrderSteps.Purpose {

	private static final Texts TEXTS = Texts.of(Renewal.class);
	private static final Comparator<CertificateLife> DUE_FIRST = Comparator
			.comparing((CertificateLife life) -> life.state() != LifeCycleState.RENEWAL_DUE)
			.thenComparing(life -> life.dates().map(CertificateLife.Validity::notAfter).orElse(Instant.MAX));

	private CertificateRecord record;

	/** Those in use, the most urgent first. */
	static Stream<CertificateLife> candidates(Stream<CertificateLife> known) {
		return known
				.filter(life -> life.state() == LifeCycleState.RENEWAL_DUE || life.state() == LifeCycleState.ACTIVE)
				.sorted(DUE_FIRST);
	}

	/** Says no before anything more is asked, where this certificate cannot be renewed (now). */
	void accept(FlowSession session, Keystore old, Progress progress) throws ProblemException {
		refuseUnlessUsable(session, old);
		OrderSteps.refuseSecond(subject(old).holder(), session, progress);
		progress.doing(TEXTS.get("lookingUp"));
		var found = session.authority().lookUp(old.authenticationSigner(), progress);
		refuseOutside(found.renewalWindow(), session, old);
		forgetContactOfAnother(session, found);
		record = found;
	}

	private static void refuseUnlessUsable(FlowSession session, Keystore old) throws FlowException {
		var name = old.file().getFileName().toString();
		if (old.stage() == Stage.REQUESTED) {
			throw new FlowException.NotCompleted(name);
		}
		if (old.holder().isEmpty()) {
			throw new FlowException.NoHolder(name);
		}
		var notAfter = old.authenticationChain().getFirst().getNotAfter().toInstant();
		if (session.services().clock().instant().isAfter(notAfter)) {
			throw new FlowException.AlreadyExpired(notAfter);
		}
	}

	/** The window is remembered, so that views and rules know it without asking again. */
	private static void refuseOutside(Optional<RenewalWindow> window, FlowSession session, Keystore old)
			throws FlowException {
		if (window.isPresent()) {
			session.services().inventory().rememberWindow(old.keyIdentifier(), window.get());
			if (session.services().clock().instant().isBefore(window.get().opens())) {
				throw new FlowException.RenewalTooEarly(window.get().opens());
			}
		}
	}

	/** Who goes back and chooses another keystore is shown that one's contact data. */
	private void forgetContactOfAnother(FlowSession session, CertificateRecord found) {
		if (record != null && !record.key().equals(found.key())) {
			Stream.of(Answer.PERSONAL_EMAIL, Answer.GENERAL_EMAIL, Answer.PERSONAL_PHONE, Answer.GENERAL_PHONE,
					Answer.BASE_SERVICES).forEach(session::remove);
		}
	}

	/** What the authority has on file (M21). */
	Known known(FlowSession session, Progress progress) {
		return new Known(record.contact(), record.baseServices());
	}

	/** As the old certificate names it: a renewal is for the same subject. */
	@Override
	public HolderSubject holder(FlowSession session) {
		return subject(KeystoreStep.opened(session));
	}

	@Override
	public Optional<Keystore> renewed(FlowSession session) {
		return Optional.of(KeystoreStep.opened(session));
	}

	private static HolderSubject subject(Keystore old) {
		return old.holder().orElseThrow(() -> new IllegalStateException("accepted only with a holder"));
	}
}
