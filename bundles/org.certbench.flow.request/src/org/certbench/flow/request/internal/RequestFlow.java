package org.certbench.flow.request.internal;

import java.util.List;

import org.certbench.core.HolderSubject;
import org.certbench.flow.Answer;
import org.certbench.flow.CardStep;
import org.certbench.flow.ContactStep;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowSession;
import org.certbench.flow.HolderStep;
import org.certbench.flow.OrderSteps;
import org.certbench.flow.PasswordStep;
import org.certbench.flow.Step;
import org.certbench.flow.TermsStep;

/** Requests a first certificate, for oneself or for an organisation that one represents (M03 to M12). */
public final class RequestFlow implements Flow {

	@Override
	public List<Step> steps(FlowSession session) {
		List<Step> questions = List.of(TermsStep.of(session), new CardStep(), new HolderStep(), new ContactStep(),
				new PasswordStep());
		return OrderSteps.after(questions, RequestFlow::holder, session);
	}

	private static HolderSubject holder(FlowSession session) {
		return new HolderSubject(HolderStep.holder(session), session.require(Answer.APPLICANT).name());
	}
}
