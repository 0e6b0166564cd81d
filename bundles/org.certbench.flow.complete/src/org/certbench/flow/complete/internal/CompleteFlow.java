package org.certbench.flow.complete.internal;

import java.util.List;

import org.certbench.core.Texts;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.Step;
import org.certbench.flow.WorkStep;
import org.certbench.journal.RequestRecord.NextAction;

/**
 * Completes a request, or the second phase of a renewal (M13, M14, M23): fetches the issued
 * certificate, and makes and registers the encryption key.
 */
public final class CompleteFlow implements Flow {

	private static final Texts TEXTS = Texts.of(CompleteFlow.class);

	@Override
	public List<Step> steps(FlowSession session) {
		return List.of(
				new KeystoreStep(TEXTS.get("keystore.purpose"), KeystoreStep.awaiting(NextAction.COMPLETE),
						(run, keystore, progress) -> run.workOn(keystore.keyIdentifier())),
				new WorkStep("install", TEXTS.get("install.title"), TEXTS.get("install.explanation"),
						TEXTS.get("install.action"), new Completion()),
				new ResultStep(CompletionResult::of));
	}
}
