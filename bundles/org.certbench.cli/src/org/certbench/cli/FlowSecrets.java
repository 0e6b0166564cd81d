package org.certbench.cli;

import java.nio.file.Path;

import org.certbench.core.Secret;
import org.certbench.eid.PinEntry;

/** Where the secrets of a flow come from. Each call gives a secret of its own, which the caller clears. */
public interface FlowSecrets extends PinEntry {

	/** What a secret is for. */
	enum Use {
		/** Opens a keystore that exists. */
		PASSWORD,
		/** Opens an older keystore beside it. */
		OLD_PASSWORD,
		/** Will protect a keystore that is made. */
		NEW_PASSWORD,
		/** Lets a card sign. */
		PIN
	}

	/**
	 * Makes sure, before anything is done, that such a secret can be had.
	 *
	 * @throws UsageException where it cannot, naming the option that would give it
	 */
	void require(Use use) throws UsageException;

	/** The password of a keystore. */
	Secret password(Path keystore) throws UsageException;

	/** The password of an older keystore beside it. */
	Secret oldPassword(Path keystore) throws UsageException;

	/** The password of the keystore that is made. */
	Secret newPassword() throws UsageException;
}
