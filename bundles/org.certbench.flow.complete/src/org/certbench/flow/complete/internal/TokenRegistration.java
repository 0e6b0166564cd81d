package org.certbench.flow.complete.internal;

import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;

import org.certbench.authority.AuthorityException.Refused;
import org.certbench.authority.TokenOffice;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.flow.FlowSession;
import org.certbench.flow.KeystoreStep;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.EncryptionEntry;

/**
 * Makes the encryption key and registers its token. The key is on disk before its public part is
 * offered, and its certificate before it is registered.
 */
final class TokenRegistration {

	private static final System.Logger LOG = System.getLogger(TokenRegistration.class.getName());
	private static final Texts TEXTS = Texts.of(TokenRegistration.class);

	private final TokenOffice tokens;
	private final FlowSession session;
	private final Progress progress;

	TokenRegistration(TokenOffice tokens, FlowSession session, Progress progress) {
		this.tokens = tokens;
		this.session = session;
		this.progress = progress;
	}

	void run() throws ProblemException {
		var prepared = keystore().currentEncryptionEntry().map(EncryptionEntry::certificate);
		boolean toBeActivated = prepared.isPresent() ? registerAgain(prepared.get()) : register(prepare());
		session.milestones().tokenRegistered(keystore(), toBeActivated);
	}

	/**
	 * An earlier run made this certificate, and nobody knows whether its registration arrived. Where
	 * the authority neither has it nor takes it (its challenge is too old), there is a new one.
	 */
	private boolean registerAgain(X509Certificate prepared) throws ProblemException {
		try {
			return register(prepared);
		} catch (Refused refused) {
			LOG.log(Level.INFO, "the token of an earlier run was refused, a new one is made", refused);
			return register(prepare());
		}
	}

	private X509Certificate prepare() throws ProblemException {
		progress.doing(TEXTS.get("token.makingKey"));
		var keystore = Completion.save(session.services().keystores().edit(keystore()).createEncryptionKey(), session,
				progress);
		progress.doing(TEXTS.get("token.starting"));
		var publicKey = keystore.pendingEncryptionKey()
				.orElseThrow(() -> new IllegalStateException("the encryption key was saved"));
		var serialNumber = tokens.start(publicKey, keystore::decryptWithPendingKey, keystore.authenticationSigner(),
				progress);
		var certificate = keystore.issueEncryptionCertificate(serialNumber);
		Completion.save(session.services().keystores().edit(keystore).installEncryptionCertificate(certificate), session,
				progress);
		return certificate;
	}

	/** Whether the registered token waits for its activation. */
	private boolean register(X509Certificate certificate) throws ProblemException {
		progress.doing(TEXTS.get("token.registering"));
		var signer = keystore().authenticationSigner();
		try {
			return tokens.complete(certificate, signer, progress).toBeActivated();
		} catch (Refused refused) {
			return switch (session.authority().lookUp(signer, progress).tokenStatus()) {
				case WAIT_FOR_ACTIVATION -> true;
				case VALID_ACTIVE -> false;
				default -> throw refused;
			};
		}
	}

	private Keystore keystore() {
		return KeystoreStep.opened(session);
	}
}
