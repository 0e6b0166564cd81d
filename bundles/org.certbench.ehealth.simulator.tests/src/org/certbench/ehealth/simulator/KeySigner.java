package org.certbench.ehealth.simulator;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.List;

import org.certbench.core.Environment;
import org.certbench.core.Signer;

/** A key in memory that signs. */
record KeySigner(PrivateKey key, List<X509Certificate> chain) implements Signer {

	@Override
	public boolean usableIn(Environment environment) {
		return environment == Environment.SIMULATOR;
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
}
