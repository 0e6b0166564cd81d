package org.certbench.inventory.internal;

import org.certbench.core.CertificateFacts;
import org.certbench.core.Environment;
import org.certbench.core.KeyIdentifier;
import org.certbench.keystore.Keystore;

/**
 * The public facts of a keystore that was open once: what its file does not show without its
 * password.
 *
 * @param digest      SHA-256 of the file's content then: for this content the facts are verified
 * @param environment where it was used
 * @param key         of its authentication key
 * @param stage       how far it had come
 * @param certificate the issued one, or null while there was none
 */
record Remembered(String digest, Environment environment, KeyIdentifier key, Keystore.Stage stage,
		CertificateFacts certificate) {

	static Remembered of(Keystore keystore, Environment environment, String digest) {
		var stage = keystore.stage();
		var issued = stage == Keystore.Stage.REQUESTED ? null
				: CertificateFacts.of(keystore.authenticationChain().getFirst());
		return new Remembered(digest, environment, keystore.keyIdentifier(), stage, issued);
	}
}
