package org.certbench.eid.emulator;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key as it is on a token.
 *
 * @param label as the official eID software names it
 * @param chain leaf first, with the root
 */
public record TokenKey(String label, PrivateKey key, List<X509Certificate> chain) {

	public TokenKey {
		chain = List.copyOf(chain);
	}
}
