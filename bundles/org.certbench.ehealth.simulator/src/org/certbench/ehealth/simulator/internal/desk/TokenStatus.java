package org.certbench.ehealth.simulator.internal.desk;

import java.time.Instant;

import org.certbench.ehealth.simulator.internal.state.Registration;

/** The states of an encryption token, in the words of the protocol. */
public enum TokenStatus {
	NOT_REQUESTED, IN_REQUEST, WAIT_FOR_ACTIVATION, VALID_ACTIVE, REVOKED, EXPIRED;

	/** The state at a moment; a token ends with its certificate. */
	public static TokenStatus of(Registration registration, Instant now) {
		if (registration.token() == null) {
			return registration.challenge() == null ? NOT_REQUESTED : IN_REQUEST;
		}
		return switch (CertificateStatus.of(registration, now)) {
		case REVOKED -> REVOKED;
		case EXPIRED -> EXPIRED;
		default -> registration.token().active() ? VALID_ACTIVE : WAIT_FOR_ACTIVATION;
		};
	}
}
