package org.certbench.keystore;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A service that knows the invented password of a demonstration keystore, to be told where it is
 * asked for. Never anything about a real keystore.
 */
public interface PasswordHint {

	/** A sentence that tells the password, in the user's language. */
	Optional<String> forKeystore(Path file);
}
