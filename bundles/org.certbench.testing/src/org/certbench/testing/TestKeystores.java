package org.certbench.testing;

import java.nio.file.Path;
import java.time.InstantSource;

import org.certbench.keystore.Keystores;
import org.certbench.keystore.internal.KeystoreFiles;

/** The real keystores, for tests that run without a service registry. */
public final class TestKeystores {

	/** The data folder where the test has none: only locks lie there. */
	private static final Path LOCKS_OF_ALL = Path.of(System.getProperty("java.io.tmpdir"),
			"certbench-tests-" + System.getProperty("user.name"));

	private TestKeystores() {
	}

	public static Keystores keystores() {
		return keystores(InstantSource.system());
	}

	/** With a clock of the test. */
	public static Keystores keystores(InstantSource clock) {
		return keystores(clock, LOCKS_OF_ALL);
	}

	/** With a clock and a data folder of the test. */
	public static Keystores keystores(InstantSource clock, Path data) {
		return new KeystoreFiles(clock, () -> data);
	}
}
