package org.certbench.authority;

import java.math.BigInteger;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Signer;

/**
 * Capability of an authority that keeps encryption tokens. Every call is signed with the
 * certificate to which the token belongs.
 */
public interface TokenOffice {

	/**
	 * Offers a new public encryption key; the authority answers with a challenge that only the
	 * owner of its private key can read.
	 *
	 * @param decrypt decrypts with the private key (RSA, PKCS#1 v1.5)
	 * @return the serial number that the encryption certificate must have
	 */
	BigInteger start(PublicKey encryptionKey, UnaryOperator<byte[]> decrypt, Signer certificate, Progress progress)
			throws ProblemException;

	/** Registers the encryption certificate that the owner issued with that serial number. */
	TokenReceipt complete(X509Certificate encryptionCertificate, Signer certificate, Progress progress)
			throws ProblemException;

	/**
	 * Makes the registered token the one that others use. The certificate it replaces, and that
	 * one's token, are out of use from then on.
	 *
	 * @param certificate the <em>new</em> certificate
	 */
	void activate(Signer certificate, Progress progress) throws ProblemException;
}
