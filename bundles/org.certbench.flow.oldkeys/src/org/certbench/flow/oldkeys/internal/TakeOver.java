package org.certbench.flow.oldkeys.internal;

import java.util.List;
import java.util.Set;

import org.certbench.core.HolderSubject;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.ResultStep.Result;
import org.certbench.flow.SummaryBuilder;
import org.certbench.flow.WorkStep.Work;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.EncryptionEntry;

/** The work of one run: the present keystore is saved with what it lacks of the older one. Done again it does no harm. */
final class TakeOver implements Work {

	private static final Texts TEXTS = Texts.of(TakeOver.class);

	private List<EncryptionEntry> taken = List.of();

	/** Says no, before anything is written, where the older keystore is another holder's or has nothing new. */
	void accept(FlowSession session, Keystore old, Progress progress) throws ProblemException {
		var present = KeystoreStep.opened(session);
		var its = old.holder().map(HolderSubject::holder);
		var wanted = present.holder().map(HolderSubject::holder);
		if (its.isPresent() && wanted.isPresent() && !its.equals(wanted)) {
			throw new OldKeysException.OtherHolder(name(old), its.get(), wanted.get());
		}
		taken = lacking(present, old);
		if (taken.isEmpty()) {
			throw new OldKeysException.NothingToTake(name(old), name(present));
		}
	}

	private static List<EncryptionEntry> lacking(Keystore present, Keystore old) {
		var there = Set.copyOf(present.encryptionEntries());
		return old.encryptionEntries().stream().filter(entry -> !there.contains(entry)).toList();
	}

	private static String name(Keystore keystore) {
		return keystore.file().getFileName().toString();
	}

	@Override
	public void run(FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("take.doing"));
		var services = session.services();
		var edit = services.keystores().edit(KeystoreStep.opened(session)).carryOver(KeystoreStep.openedOlder(session));
		var saved = session.keep(KeystoreStep.OPENED, edit.save(session.require(Answer.KEYSTORE_PASSWORD), progress));
		services.inventory().remember(saved, session.environment());
	}

	/** How many it has more, and what comes next. */
	Result result(FlowSession session) {
		var keystore = KeystoreStep.opened(session);
		var summary = new SummaryBuilder(TEXTS).section("result.done");
		keystore.holder().ifPresent(summary::holder);
		summary.row("result.taken", taken.size()).keystore(keystore.file());
		summary.section("result.next").row("result.then", TEXTS.get("result.tell"));
		return new Result(summary.build(), keystore.file());
	}
}
