package org.certbench.flow.complete.internal;

import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.TokenOffice;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.flow.Answer;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.WorkStep.Work;
import org.certbench.journal.RequestRecord.Milestone;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.Stage;
import org.certbench.keystore.KeystoreEdit;

/**
 * Installs the issued certificate, then registers the encryption token. Each part first looks at the
 * keystore and the journal, and goes on where an earlier run stopped, at whatever instant that was.
 */
final class Completion implements Work {

	private static final Texts TEXTS = Texts.of(Completion.class);

	@Override
	public void run(FlowSession session, Progress progress) throws ProblemException {
		if (KeystoreStep.opened(session).stage() == Stage.REQUESTED) {
			installCertificate(session, progress);
		}
		if (!hasReached(Milestone.INSTALLED, session)) {
			session.milestones().installed(KeystoreStep.opened(session));
		}
		var tokens = session.authority().capability(TokenOffice.class);
		if (tokens.isPresent() && !hasReached(Milestone.TOKEN_REGISTERED, session)) {
			progress.checkCancelled();
			new TokenRegistration(tokens.get(), session, progress).run();
		}
	}

	/** The edit fails where the certificate is for another key, and then nothing is written. */
	private static void installCertificate(FlowSession session, Progress progress) throws ProblemException {
		var keystore = KeystoreStep.opened(session);
		progress.doing(TEXTS.get("install.fetching"));
		try {
			var chain = session.authority().collect(keystore.keyIdentifier(), progress);
			progress.doing(TEXTS.get("install.saving"));
			save(session.services().keystores().edit(keystore).installChain(chain), session, progress);
		} catch (Refused refused) {
			if (refused.isDecision()) {
				session.milestones().refused(keystore.keyIdentifier(), refused.getMessage());
			}
			throw refused;
		}
	}

	/** Saves the opened keystore under its password; what was saved is the opened one from then on. */
	static Keystore save(KeystoreEdit edit, FlowSession session, Progress progress) throws ProblemException {
		var saved = session.keep(KeystoreStep.OPENED, edit.save(session.require(Answer.KEYSTORE_PASSWORD), progress));
		session.services().inventory().remember(saved, session.environment());
		return saved;
	}

	private static boolean hasReached(Milestone milestone, FlowSession session) {
		return session.services().journal().request(KeystoreStep.opened(session).keyIdentifier())
				.filter(request -> request.milestone().compareTo(milestone) >= 0).isPresent();
	}
}
