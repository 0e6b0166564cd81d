package org.certbench.testing;

import java.time.InstantSource;

import org.certbench.keystore.Keystores;
import org.certbench.keystore.internal.KeystoreFiles;

/** The real keystores, for tests that run without a service registry. */
public final class TestKeystores {

	private TestKeystores() {
	}

	public static Keystores keystores() {
		return keystores(InstantSource.system());
	}

	/** With a clock of the test. */
	public static Keystores keystores(InstantSource clock) {
		return new KeystoreFiles(clock);
	}
}
