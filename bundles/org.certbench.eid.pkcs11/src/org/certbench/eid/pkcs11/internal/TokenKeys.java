package org.certbench.eid.pkcs11.internal;

import java.io.IOException;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;

import javax.security.auth.callback.Callback;
import javax.security.auth.callback.PasswordCallback;
import javax.security.auth.login.LoginException;

import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
import org.certbench.core.SignatureScheme;
import org.certbench.eid.CardException.NoSuchKey;
import org.certbench.eid.CardKey;

/**
 * The keys of a token for one stay in its slot, by Java's own provider. Each time a PIN is given there
 * is a new provider, as one whose token was removed stays dead; only the session of the authentication
 * key is kept. A PIN is given to the module once and never again. Thread-safe: one signature at a time.
 */
final class TokenKeys {

	private final Module module;
	private final long slot;
	private final String reader;
	private Optional<AuthProvider> session = Optional.empty();

	TokenKeys(Module module, long slot, String reader) {
		this.module = module;
		this.slot = slot;
		this.reader = reader;
	}

	/** Signs in the session of the authentication key; nothing where there is none, any more. */
	synchronized Optional<byte[]> signInSession(X509Certificate certificate, byte[] data) throws ProblemException {
		if (session.isEmpty()) {
			return Optional.empty();
		}
		try {
			return Optional.of(sign(session.get(), CardKey.AUTHENTICATION, certificate, data));
		} catch (GeneralSecurityException | IOException | ProviderException e) {
			endSession();
			if (TokenError.isLoginLost(e)) {
				return Optional.empty();
			}
			throw TokenError.of(reader, e);
		}
	}

	/**
	 * Signs after a PIN was given to the token.
	 *
	 * @param pin nothing where the reader or the module asks for it
	 */
	synchronized byte[] sign(Optional<Secret> pin, CardKey key, X509Certificate certificate, byte[] data)
			throws ProblemException {
		endSession();
		boolean keep = false;
		try {
			session = Optional.of(module.keys(slot));
			session.get().login(null, callbacks -> give(pin, callbacks));
			var signature = sign(session.get(), key, certificate, data);
			keep = key == CardKey.AUTHENTICATION;
			return signature;
		} catch (GeneralSecurityException | IOException | ProviderException e) {
			throw TokenError.of(reader, e);
		} finally {
			if (!keep) {
				endSession();
			}
		}
	}

	/** Forgets that a PIN was given. */
	synchronized void endSession() {
		session.ifPresent(provider -> {
			try {
				provider.logout();
			} catch (LoginException | ProviderException gone) {
				// A token that was removed has forgotten it.
			}
			provider.clear();
		});
		session = Optional.empty();
	}

	private static void give(Optional<Secret> pin, Callback[] callbacks) throws IOException {
		for (var callback : callbacks) {
			if (callback instanceof PasswordCallback question) {
				question.setPassword(pin.orElseThrow(() -> new IOException("the token asks for a PIN")).characters());
			}
		}
	}

	private byte[] sign(AuthProvider provider, CardKey key, X509Certificate certificate, byte[] data)
			throws GeneralSecurityException, IOException, NoSuchKey {
		var keystore = KeyStore.getInstance("PKCS11", provider);
		keystore.load(null, null);
		var signer = Signature.getInstance(SignatureScheme.of(certificate.getPublicKey()).rawJcaName(), provider);
		signer.initSign(privateKey(keystore, certificate).orElseThrow(() -> new NoSuchKey(key)));
		signer.update(data);
		return signer.sign();
	}

	private static Optional<PrivateKey> privateKey(KeyStore keystore, X509Certificate certificate)
			throws GeneralSecurityException {
		for (var alias : Collections.list(keystore.aliases())) {
			if (keystore.isKeyEntry(alias) && certificate.equals(keystore.getCertificate(alias))) {
				return Optional.of((PrivateKey) keystore.getKey(alias, null));
			}
		}
		return Optional.empty();
	}
}
