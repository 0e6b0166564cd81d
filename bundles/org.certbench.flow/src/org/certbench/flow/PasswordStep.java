package org.certbench.flow;

import java.util.List;
import java.util.Set;

import org.certbench.core.Secret;
import org.certbench.keystore.PasswordPolicy;

/** Asks for the password of the keystore that will be made, twice, with the policy's checks (M10). */
public final class PasswordStep extends StandardStep {

	public PasswordStep() {
		super(StepKind.PASSWORD);
	}

	@Override
	public List<AnswerProblem> check(FlowSession session) {
		if (session.get(Answer.NEW_PASSWORD).filter(password -> !password.isEmpty()).isEmpty()) {
			return List.of(missing(Answer.NEW_PASSWORD));
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
