package org.certbench.testing;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

import org.certbench.core.Environment;
import org.certbench.core.Signer;

/**
 * Signs with a key that is at hand, everywhere.
 *
 * @param chain as it claims: it may be another key's
 */
public record KeySigner(PrivateKey key, List<X509Certificate> chain) implements Signer {

	@Override
	public boolean usableIn(Environment environment) {
		return true;
	}

	@Override
	public byte[] sign(byte[] data) {
		try {
			var signature = Signature.getInstance(scheme().rawJcaName());
			signature.initSign(key);
			signature.update(data);
			return signature.sign();
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public String toString() {
		return scheme().name();
	}
}
