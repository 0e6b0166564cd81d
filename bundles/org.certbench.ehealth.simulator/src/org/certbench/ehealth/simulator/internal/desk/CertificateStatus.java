package org.certbench.ehealth.simulator.internal.desk;

import java.time.Instant;

import org.certbench.ehealth.simulator.internal.state.Registration;

/** The states of an authentication certificate, in the words of the protocol. */
public enum CertificateStatus {
	IN_PROGRESS, VALID_ACTIVE, REFUSED, REVOKED, EXPIRED;

	/** The state at a moment; a replaced certificate counts as revoked. */
	public static CertificateStatus of(Registration registration, Instant now) {
		return switch (registration.stage()) {
		case AWAITS_VALIDATION, AWAITS_ISSUING -> IN_PROGRESS;
		case REFUSED -> REFUSED;
		case REVOKED, REPLACED -> REVOKED;
		case ISSUED -> registration.isActive(now) ? VALID_ACTIVE : EXPIRED;
		};
	}
}
