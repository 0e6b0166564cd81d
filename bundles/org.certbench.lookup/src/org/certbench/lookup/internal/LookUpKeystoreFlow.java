package org.certbench.lookup.internal;

import java.util.List;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.Step;
import org.certbench.flow.WorkStep;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.Stage;
import org.certbench.lookup.Answer;
import org.certbench.lookup.LookUp;

/** Looks up the certificate of a keystore, which signs the question itself: no eID is needed. */
public final class LookUpKeystoreFlow implements Flow {

	private static final Texts TEXTS = Texts.of(LookUpKeystoreFlow.class);

	@Override
	public List<Step> steps(FlowSession session) {
		var outcome = new Outcome();
		return List.of(
				new KeystoreStep(TEXTS.get("keystore.purpose"), known -> known.filter(life -> life.state().isInUse()),
						LookUpKeystoreFlow::accept),
				new WorkStep("lookup", TEXTS.get("lookup.title"), TEXTS.get("lookup.explanation"), TEXTS.get("lookup.action"),
						(running, progress) -> outcome.put(ask(running, progress))),
				new ResultStep(outcome::result));
	}

	private static void accept(FlowSession session, Keystore keystore, Progress progress) throws FlowException {
		if (keystore.stage() == Stage.REQUESTED) {
			throw new FlowException.NotCompleted(keystore.file().getFileName().toString());
		}
	}

	private static Answer ask(FlowSession session, Progress progress) throws ProblemException {
		var services = session.services();
		return new LookUp(session.authority(), services.dataFolder(), services.clock())
				.ofKeystore(KeystoreStep.opened(session).authenticationSigner(), progress);
	}
}
