package org.certbench.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.inventory.CertificateLife;
import org.certbench.keystore.Keystore;

/**
 * Asks for a keystore, found by itself or chosen, and its password; performing it opens the
 * keystore and keeps it in the session under {@link #OPENED}.
 */
public final class KeystoreStep extends StandardStep {

	/** The name under which the session keeps the opened keystore. */
	public static final String OPENED = "opened";

	private final String purpose;
	private final BiPredicate<FlowSession, CertificateLife> suitable;
	private List<CertificateLife> candidates = List.of();

	/**
	 * @param purpose  the question, one sentence: "The keystore of the certificate to renew"
	 * @param suitable which of the known keystores come into question
	 */
	public KeystoreStep(String purpose, BiPredicate<FlowSession, CertificateLife> suitable) {
		super(StepKind.KEYSTORE);
		this.purpose = purpose;
		this.suitable = suitable;
	}

	@Override
	public String explanation() {
		return purpose;
	}

	/** The known keystores that come into question, the likeliest first; empty before entering. */
	public List<CertificateLife> candidates() {
		return candidates;
	}

	@Override
	public void enter(FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("keystore.looking"));
		candidates = session.services().inventory().certificates().stream()
				.filter(life -> life.environment() == session.environment() && suitable.test(session, life)).toList();
		if (session.get(Answer.KEYSTORE_FILE).isEmpty() && !candidates.isEmpty()) {
			session.put(Answer.KEYSTORE_FILE, candidates.getFirst().file());
		}
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		var problems = new ArrayList<AnswerProblem>();
		if (session.get(Answer.KEYSTORE_FILE).isEmpty()) {
			problems.add(missing(Answer.KEYSTORE_FILE));
		}
		if (session.get(Answer.KEYSTORE_PASSWORD).isEmpty()) {
			problems.add(missing(Answer.KEYSTORE_PASSWORD));
		}
		return problems;
	}

	@Override
	public void perform(FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("keystore.opening"));
		var keystore = session.services().keystores().open(session.require(Answer.KEYSTORE_FILE),
				session.require(Answer.KEYSTORE_PASSWORD), progress);
		session.keep(OPENED, keystore);
		session.services().inventory().remember(keystore, session.environment());
	}

	/** The keystore that was opened. */
	public static Keystore opened(FlowSession session) {
		return session.kept(OPENED).orElseThrow(() -> new IllegalStateException("no keystore was opened yet"));
	}
}
