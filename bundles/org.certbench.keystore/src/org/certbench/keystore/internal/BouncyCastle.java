package org.certbench.keystore.internal;

import java.security.Provider;

import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Bouncy Castle's provider, passed where it is needed. It is never installed for the whole Java:
 * other bundles would get other algorithms than they know.
 */
final class BouncyCastle {

	private static final Provider PROVIDER = new BouncyCastleProvider();

	private BouncyCastle() {
	}

	static Provider provider() {
		return PROVIDER;
	}
}
