package org.certbench.flow;

import java.util.List;
import java.util.Optional;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/**
 * Asks for a certificate, whose keystore need not be opened and may be lost. One that is known
 * beforehand, by its keystore ({@link Answer#KEYSTORE_FILE}) or its key
 * ({@link Answer#CERTIFICATE_KEY}), is chosen when the step is entered; no other ever is by itself.
 */
public final class CertificateStep extends StandardStep {

	/** Finds the certificates that come into question, the likeliest first. */
	@FunctionalInterface
	public interface Source {
		List<KnownCertificate> find(FlowSession session, Progress progress) throws ProblemException;
	}

	private final String purpose;
	private final Source source;
	private final WorkStep.Work acceptance;
	private volatile List<KnownCertificate> candidates = List.of();

	/**
	 * @param purpose    the question, one sentence
	 * @param acceptance looks at the chosen one, and fails where the flow can do nothing with it
	 */
	public CertificateStep(String purpose, Source source, WorkStep.Work acceptance) {
		super(StepKind.CERTIFICATE);
		this.purpose = purpose;
		this.source = source;
		this.acceptance = acceptance;
	}

	@Override
	public String explanation() {
		return purpose;
	}

	/** Those that come into question; empty before entering. */
	public List<KnownCertificate> candidates() {
		return candidates;
	}

	@Override
	public void enter(FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("certificate.looking"));
		candidates = List.copyOf(source.find(session, progress));
		var before = session.get(Answer.CERTIFICATE);
		session.remove(Answer.CERTIFICATE);
		before.flatMap(this::again).or(() -> knownBeforehand(session))
				.ifPresent(chosen -> session.put(Answer.CERTIFICATE, chosen));
	}

	/** What was chosen before one went back. */
	private Optional<KnownCertificate> again(KnownCertificate before) {
		return candidates.stream()
				.filter(each -> each.keyIdentifier().equals(before.keyIdentifier()) && each.keystore().equals(before.keystore()))
				.findFirst();
	}

	private Optional<KnownCertificate> knownBeforehand(FlowSession session) {
		var key = session.get(Answer.CERTIFICATE_KEY);
		var file = session.get(Answer.KEYSTORE_FILE);
		return candidates.stream().filter(each -> key.isPresent() && each.keyIdentifier().equals(key)
				|| key.isEmpty() && file.isPresent() && each.keystore().equals(file)).findFirst();
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		return session.get(Answer.CERTIFICATE).isPresent() ? List.of() : List.of(missing(Answer.CERTIFICATE));
	}

	@Override
	public void perform(FlowSession session, Progress progress) throws ProblemException {
		acceptance.run(session, progress);
	}
}
