package org.certbench.flow.password.internal;

import java.util.List;
import java.util.stream.Collectors;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.ResultStep.Result;
import org.certbench.flow.SummaryBuilder;
import org.certbench.flow.WorkStep.Work;
import org.certbench.keystore.Backup;
import org.certbench.keystore.Keystore;

/**
 * The work of one run: saves the keystore with its new password, opens it again where it lies, and only
 * then removes the backups that the person does not want any more. Done again after a failure, it goes on
 * where it stopped.
 */
final class PasswordChange implements Work {

	/** What becomes of the backups: {@link #KEEP} or {@link #REMOVE}. */
	static final Answer<String> BACKUPS = new Answer<>("backups", String.class);
	static final String KEEP = "keep";
	static final String REMOVE = "remove";

	/** The password it was saved with: after a failure one may go back and choose another. */
	private static final Answer<Secret> SAVED_WITH = new Answer<>("saved-with", Secret.class);
	private static final Texts TEXTS = Texts.of(PasswordChange.class);

	/** What this run has saved, open; null before. One may go back and choose another keystore, too. */
	private Keystore saved;
	private List<Backup> removed = List.of();
	private List<Backup> left = List.of();

	@Override
	public void run(FlowSession session, Progress progress) throws ProblemException {
		progress.doing(TEXTS.get("change.doing"));
		if (!isSaved(session)) {
			save(session, progress);
		}
		// the password is another one now: there is nothing to cancel any more
		verify(session);
		tidy(session);
	}

	private boolean isSaved(FlowSession session) {
		return KeystoreStep.opened(session) == saved
				&& session.require(SAVED_WITH).sameAs(session.require(Answer.NEW_PASSWORD));
	}

	private void save(FlowSession session, Progress progress) throws ProblemException {
		var password = session.require(Answer.NEW_PASSWORD);
		saved = session.keep(KeystoreStep.OPENED,
				session.services().keystores().edit(KeystoreStep.opened(session)).save(password, progress));
		session.put(SAVED_WITH, password.copy());
	}

	/** From the disk, as other software will open it. */
	private void verify(FlowSession session) throws ProblemException {
		var services = session.services();
		saved = session.keep(KeystoreStep.OPENED, services.keystores().open(KeystoreStep.opened(session).file(),
				session.require(Answer.NEW_PASSWORD), Progress.NONE));
		services.inventory().remember(saved, session.environment());
	}

	private void tidy(FlowSession session) throws ProblemException {
		var keystores = session.services().keystores();
		var keystore = KeystoreStep.opened(session);
		var passwords = List.of(session.require(Answer.KEYSTORE_PASSWORD), session.require(Answer.NEW_PASSWORD));
		if (session.require(BACKUPS).equals(REMOVE)) {
			removed = keystores.deleteSuperfluousBackups(keystore, passwords, Progress.NONE);
		}
		left = keystores.backups(keystore, passwords, Progress.NONE);
	}

	/** What was done, what still opens with the old password, and what comes next. */
	Result result(FlowSession session) {
		var keystore = KeystoreStep.opened(session);
		var summary = new SummaryBuilder(TEXTS).section("result.done");
		keystore.holder().ifPresent(summary::holder);
		summary.row("result.password", TEXTS.get("result.changed")).keystore(keystore.file());
		if (!removed.isEmpty() || !left.isEmpty()) {
			summary.section("result.backups").row("result.removed", names(removed)).row("result.left", names(left));
		}
		summary.section("result.next").row("result.then", TEXTS.get("result.tell"));
		return new Result(summary.build(), keystore.file());
	}

	private static String names(List<Backup> backups) {
		return backups.stream().map(backup -> backup.file().getFileName().toString()).collect(Collectors.joining("\n"));
	}
}
