package org.certbench.lookup.internal;

import java.util.List;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.eid.CardKey;
import org.certbench.flow.Answer;
import org.certbench.flow.CardStep;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowSession;
import org.certbench.flow.ResultStep;
import org.certbench.flow.Step;
import org.certbench.flow.WorkStep;
import org.certbench.lookup.LookUp;

/** Looks up all certificates of the person whose eID is in the reader, with its authentication key. */
public final class LookUpFlow implements Flow {

	private static final Texts TEXTS = Texts.of(LookUpFlow.class);

	@Override
	public List<Step> steps(FlowSession session) {
		var outcome = new Outcome();
		return List.of(new CardStep(),
				new WorkStep("lookup", TEXTS.get("lookup.title"), TEXTS.get("lookup.explanation"), TEXTS.get("lookup.action"),
						(running, progress) -> outcome.put(ask(running, progress))),
				new ResultStep(outcome::result));
	}

	private static org.certbench.lookup.Answer ask(FlowSession session, Progress progress) throws ProblemException {
		var services = session.services();
		var signer = session.signer(CardKey.AUTHENTICATION, TEXTS.get("lookup.meaning"));
		var person = session.require(Answer.CARD).identity().ssin();
		return new LookUp(session.authority(), services.dataFolder(), services.clock()).ofPerson(person, signer,
				services.inventory().scan(progress), progress);
	}
}
