package org.certbench.keystore;

import java.nio.file.Path;

/**
 * An earlier version of a keystore that a change left beside it ({@link KeystoreEdit}). It still opens
 * with the password of its time.
 *
 * @param file    where it is
 * @param content what would be lost with it
 */
public record Backup(Path file, Content content) {

	/** What a backup holds, compared with its keystore. */
	public enum Content {
		/** It opens, and every key in it is in the keystore too: nothing is lost with it. */
		NOTHING_MORE,
		/** It opens, and holds a key that the keystore lacks: it may be the only copy. */
		MORE_KEYS,
		/** None of the known passwords opens it: nobody can tell what is in it. */
		LOCKED
	}

	/** Whether nothing is lost with it. */
	public boolean isSuperfluous() {
		return content == Content.NOTHING_MORE;
	}
}
