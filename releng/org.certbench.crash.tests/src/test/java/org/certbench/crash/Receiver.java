package org.certbench.crash;

import java.io.IOException;
import java.nio.file.Path;

/** Whom a keystore is handed over to. */
sealed interface Receiver extends Beginning permits Software, Integrator {

	/** Whether the receiver of this home has that keystore, whole. */
	boolean has(Path keystore, Home home) throws IOException;
}
