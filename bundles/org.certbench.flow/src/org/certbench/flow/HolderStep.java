package org.certbench.flow;

import java.util.List;
import java.util.Optional;

import org.certbench.authority.Applicant;
import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.eid.CardKey;

/**
 * Asks whom the certificate is for: the person of the card, or an organisation that the person
 * represents (M05). Entering it asks the authority, which asks for the PIN.
 */
public final class HolderStep extends StandardStep {

	private volatile List<Applicant> applicants = List.of();

	public HolderStep() {
		super(StepKind.HOLDER);
	}

	/** The choices, the person first; empty before the step was entered. */
	public List<Applicant> applicants() {
		return applicants;
	}

	@Override
	public void enter(FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("holder.asking"));
		var signer = session.signer(CardKey.AUTHENTICATION, TEXTS.get("holder.meaning"));
		var person = session.require(Answer.CARD).identity().ssin();
		applicants = List.copyOf(session.authority().applicants(person, signer, progress));
		if (session.get(Answer.APPLICANT).isEmpty() && applicants.size() == 1) {
			session.put(Answer.APPLICANT, applicants.getFirst());
		}
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		if (session.get(Answer.APPLICANT).isEmpty()) {
			return List.of(missing(Answer.APPLICANT));
		}
		try {
			var holder = holder(session);
			return holder.identifier().isPerson() && holder.application().isPresent()
					? List.of(wrong(Answer.APPLICATION_ID, "holder.noApplicationId")) : List.of();
		} catch (IllegalArgumentException malformed) {
			return List.of(wrong(Answer.APPLICATION_ID, "holder.applicationId"));
		}
	}

	/** What the chosen holder has already, and what it can have; nothing before one is chosen. */
	public static Optional<HolderLimit> limit(FlowSession session) {
		return session.get(Answer.APPLICANT)
				.map(applicant -> HolderLimit.of(applicant, session.get(Answer.APPLICATION_ID).orElse("").strip(),
						isInUseHere(applicant.holder(), session)));
	}

	private static boolean isInUseHere(Holder holder, FlowSession session) {
		return session.services().inventory().certificates().stream()
				.filter(life -> life.environment() == session.environment() && life.state().isInUse())
				.anyMatch(life -> life.knownHolder().filter(holder::equals).isPresent());
	}

	/**
	 * The holder as answered.
	 *
	 * @throws IllegalArgumentException where the application id is malformed
	 */
	public static Holder holder(FlowSession session) {
		var holder = session.require(Answer.APPLICANT).holder();
		return new Holder(holder.identifier(), session.get(Answer.APPLICATION_ID).orElse("").strip());
	}
}
