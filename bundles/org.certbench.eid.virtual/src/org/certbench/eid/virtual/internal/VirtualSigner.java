package org.certbench.eid.virtual.internal;

import java.security.cert.X509Certificate;
import java.util.List;

import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Signer;
import org.certbench.eid.CardKey;
import org.certbench.eid.PinEntry;

/** A key of a virtual card; of no use outside the simulator. */
record VirtualSigner(VirtualCard card, CardKey key, List<X509Certificate> chain, String meaning, PinEntry pin)
		implements Signer {

	@Override
	public boolean usableIn(Environment environment) {
		return environment == Environment.SIMULATOR;
	}

	@Override
	public byte[] sign(byte[] data) throws ProblemException {
		return card.sign(key, meaning, pin, data);
	}
}
