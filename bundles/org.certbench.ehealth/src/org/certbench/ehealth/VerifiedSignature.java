package org.certbench.ehealth;

import java.security.cert.X509Certificate;
import java.util.List;

import org.certbench.core.SignatureScheme;

/**
 * A signature that was verified. Whether its certificates are trusted is another question, for who knows
 * the trust anchors.
 *
 * @param chain  the signer's certificate first, then each one's issuer, as far as the message has them
 * @param scheme with which it was made
 */
public record VerifiedSignature(List<X509Certificate> chain, SignatureScheme scheme) {

	public VerifiedSignature {
		chain = List.copyOf(chain);
	}

	/** The signer's certificate. */
	public X509Certificate signer() {
		return chain.getFirst();
	}
}
