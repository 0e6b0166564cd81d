package org.certbench.authority;

import org.certbench.core.KeyIdentifier;

/**
 * An order as it will be sent, signature included. It may be written to disk and sent again
 * later; it holds no secret.
 *
 * @param key     of the key that is to be certified
 * @param message the authority's own format
 */
public record SignedOrder(KeyIdentifier key, byte[] message) {
}
