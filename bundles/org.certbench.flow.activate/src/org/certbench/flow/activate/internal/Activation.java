package org.certbench.flow.activate.internal;

import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.CertificateRecord.TokenStatus;
import org.certbench.authority.TokenOffice;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.flow.FlowException;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.flow.WorkStep.Work;
import org.certbench.keystore.Keystore;

/**
 * Activates the token of the opened keystore, signed with its own, new certificate. An activation
 * that arrived before, and whose answer got lost, counts.
 */
final class Activation implements Work {

	private static final Texts TEXTS = Texts.of(Activation.class);

	@Override
	public void run(FlowSession session, Progress progress) throws ProblemException {
		var keystore = KeystoreStep.opened(session);
		progress.doing(TEXTS.get("activate.doing"));
		activate(keystore, session, progress);
		session.milestones().activated(keystore);
		session.services().inventory().remember(keystore, session.environment());
	}

	private static void activate(Keystore keystore, FlowSession session, Progress progress) throws ProblemException {
		var tokens = session.authority().capability(TokenOffice.class)
				.orElseThrow(() -> new FlowException.NothingToActivate(keystore.file().getFileName().toString()));
		var signer = keystore.authenticationSigner();
		try {
			tokens.activate(signer, progress);
		} catch (Refused refused) {
			if (session.authority().lookUp(signer, progress).tokenStatus() != TokenStatus.VALID_ACTIVE) {
				throw refused;
			}
		}
	}
}
