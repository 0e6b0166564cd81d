package org.certbench.flow;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;

/**
 * A certificate as it is known without its keystore's password: from what is here, or from the
 * authority.
 *
 * @param key        of its public key, or null where nothing here tells it
 * @param holder     whom it is for
 * @param holderName the name, or empty
 * @param state      where it stands, a word or two in the user's language
 * @param notAfter   its last moment, or null where nobody knows
 * @param file       its keystore, or null where only the authority knows the certificate
 */
public record KnownCertificate(KeyIdentifier key, Holder holder, String holderName, String state, Instant notAfter,
		Path file) {

	public Optional<KeyIdentifier> keyIdentifier() {
		return Optional.ofNullable(key);
	}

	public Optional<Instant> expires() {
		return Optional.ofNullable(notAfter);
	}

	public Optional<Path> keystore() {
		return Optional.ofNullable(file);
	}
}
