package org.certbench.ehealth.simulator;

import java.time.Instant;

import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;

/**
 * A certificate request as the simulator's operator sees it.
 *
 * @param key       by which it is known
 * @param holder    whom the certificate is for
 * @param requested when
 * @param stage     how far it is
 */
public record SimulatedRequest(KeyIdentifier key, Holder holder, Instant requested, Stage stage) {

	/** How far a request is. */
	public enum Stage {
		/** A person must accept or refuse it. */
		AWAITS_VALIDATION,
		/** It is accepted. */
		AWAITS_ISSUING,
		/** Its certificate was issued. */
		ISSUED,
		/** It was refused: there never was a certificate. */
		REFUSED,
		/** It, or its certificate, was revoked. */
		REVOKED,
		/** Its certificate was replaced by a renewed one. */
		REPLACED
	}
}
