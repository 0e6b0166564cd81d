package org.certbench.authority;

import java.util.Optional;

import org.certbench.core.KeyIdentifier;

/**
 * The authority's answer to an order.
 *
 * @param key                    by which it is found again
 * @param automaticallyValidated false where a person at the authority checks it first
 * @param replacedCertificate    what it replaces, in the authority's words; empty for nothing
 */
public record OrderReceipt(KeyIdentifier key, boolean automaticallyValidated, String replacedCertificate) {

	/** What the new certificate replaces, where it replaces one. */
	public Optional<String> replaces() {
		return replacedCertificate.isEmpty() ? Optional.empty() : Optional.of(replacedCertificate);
	}
}
