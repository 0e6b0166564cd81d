package org.certbench.flow.activate.internal;

import java.util.List;

import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.flow.Flow;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.ResultStep;
import org.certbench.flow.ResultStep.Result;
import org.certbench.flow.Step;
import org.certbench.flow.SummaryBuilder;
import org.certbench.flow.WorkStep;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.RequestRecord.NextAction;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.Stage;

/**
 * The last phase of a renewal (M24): the renewed encryption token becomes the one that others use,
 * and the old certificate is out of use.
 */
public final class ActivateFlow implements Flow {

	private static final Texts TEXTS = Texts.of(ActivateFlow.class);

	@Override
	public List<Step> steps(FlowSession session) {
		return List.of(
				new KeystoreStep(TEXTS.get("keystore.purpose"), KeystoreStep.awaiting(NextAction.ACTIVATE),
						ActivateFlow::accept),
				new WorkStep("activate", TEXTS.get("activate.title"), TEXTS.get("activate.explanation"),
						TEXTS.get("activate.action"), new Activation()),
				new ResultStep(ActivateFlow::result));
	}

	private static void accept(FlowSession session, Keystore keystore, Progress progress) throws FlowException {
		if (keystore.stage() == Stage.REQUESTED) {
			throw new FlowException.NotCompleted(keystore.file().getFileName().toString());
		}
		session.workOn(keystore.keyIdentifier());
	}

	/** The hand-over comes next (M25). */
	private static Result result(FlowSession session) {
		var keystore = KeystoreStep.opened(session);
		var summary = new SummaryBuilder(TEXTS).section("result.done");
		keystore.holder().ifPresent(summary::holder);
		summary.row("result.token", TEXTS.get("result.active"));
		session.services().journal().request(keystore.keyIdentifier()).flatMap(RequestRecord::renews)
				.ifPresent(renewal -> summary.row("result.old",
						TEXTS.get("result.deactivated", renewal.oldKeystore().getFileName())));
		summary.keystore(keystore.file());
		summary.section("result.next").row("result.then", TEXTS.get("result.handOver")).row("result.keep",
				TEXTS.get("result.keepOld"));
		return new Result(summary.build(), keystore.file());
	}
}
