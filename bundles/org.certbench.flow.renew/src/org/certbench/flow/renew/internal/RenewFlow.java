package org.certbench.flow.renew.internal;

import java.util.List;

import org.certbench.core.Texts;
import org.certbench.flow.CardStep;
import org.certbench.flow.ContactStep;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.OrderSteps;
import org.certbench.flow.PasswordStep;
import org.certbench.flow.Step;
import org.certbench.flow.TermsStep;

/**
 * The first phase of a renewal (M21): a new order for the same subject, with a new key in a new
 * keystore, which carries the old encryption entries (M26).
 */
public final class RenewFlow implements Flow {

	private static final Texts TEXTS = Texts.of(RenewFlow.class);

	@Override
	public List<Step> steps(FlowSession session) {
		var renewal = new Renewal();
		List<Step> questions = List.of(TermsStep.of(session), new CardStep(),
				new KeystoreStep(TEXTS.get("keystore.purpose"), Renewal::candidates, renewal::accept),
				new ContactStep(renewal::known), new PasswordStep());
		return OrderSteps.after(questions, renewal, session);
	}
}
