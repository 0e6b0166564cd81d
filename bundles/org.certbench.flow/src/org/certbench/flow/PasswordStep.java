package org.certbench.flow;

import java.util.List;
import java.util.Set;

import org.certbench.core.Secret;
import org.certbench.keystore.PasswordPolicy;

/**
 * Asks for the password of the keystore that will be made, or for another one of the keystore that was
 * opened (M35); twice, with the policy's checks (M10).
 */
public final class PasswordStep extends StandardStep {

	private final String explanation;
	private final boolean isChange;

	private PasswordStep(String explanation, boolean isChange) {
		super(StepKind.PASSWORD);
		this.explanation = explanation;
		this.isChange = isChange;
	}

	/** Of a keystore that will be made. */
	public PasswordStep() {
		this("password.explanation", false);
	}

	/** Of the keystore that was opened, which has a password already. */
	public static PasswordStep ofOpenedKeystore() {
		return new PasswordStep("password.change.explanation", true);
	}

	@Override
	public String explanation() {
		return TEXTS.get(explanation);
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		if (session.get(Answer.NEW_PASSWORD).filter(password -> !password.isEmpty()).isEmpty()) {
			return List.of(missing(Answer.NEW_PASSWORD));
		}
		if (isChange && session.get(Answer.KEYSTORE_PASSWORD).filter(session.require(Answer.NEW_PASSWORD)::sameAs).isPresent()) {
			return List.of(wrong(Answer.NEW_PASSWORD, "password.change.same"));
		}
		return failed(session).stream()
				.map(check -> new AnswerProblem(
						check == PasswordPolicy.CONFIRMATION ? Answer.NEW_PASSWORD_AGAIN : Answer.NEW_PASSWORD,
						check.description(), false))
				.toList();
	}

	/** The checks that the answers fail. */
	public Set<PasswordPolicy> failed(FlowSession session) {
		try (var nothing = Secret.taking(new char[0])) {
			return PasswordPolicy.failedBy(session.get(Answer.NEW_PASSWORD).orElse(nothing),
					session.get(Answer.NEW_PASSWORD_AGAIN).orElse(nothing));
		}
	}
}
