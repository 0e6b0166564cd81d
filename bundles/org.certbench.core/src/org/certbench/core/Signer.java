package org.certbench.core;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A private key that signs, wherever it is: on a card behind a PIN, or in an open keystore. Who
 * asks for a signature knows nothing of either.
 */
public interface Signer {

	/** The key's certificate and those above it, leaf first, at least one. */
	List<X509Certificate> chain();

	/** Whether this key may be used there: a virtual card's never outside the simulator. */
	boolean usableIn(Environment environment);

	/**
	 * Signs, and asks for a PIN where the key wants one. Blocks as long as the person takes: never
	 * call it in the UI thread.
	 *
	 * @param data what to sign, not yet hashed
	 * @return the signature value of {@link #scheme()}; for elliptic curves raw {@code r||s} (P1363)
	 * @throws ProblemException of the card, the PIN or the keystore, or {@link Cancelled}
	 */
	byte[] sign(byte[] data) throws ProblemException;

	/** The leaf certificate. */
	default X509Certificate certificate() {
		return chain().getFirst();
	}

	/** The scheme of {@link #sign(byte[])}. */
	default SignatureScheme scheme() {
		return SignatureScheme.of(certificate().getPublicKey());
	}
}
