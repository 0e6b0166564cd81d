package org.certbench.ehealth.simulator.internal.desk;

import java.io.IOException;
import java.time.Instant;

import org.certbench.ehealth.simulator.SimulatedRequest.Stage;
import org.certbench.ehealth.simulator.internal.state.Registration;
import org.certbench.ehealth.simulator.internal.state.Registrations;

/** Revokes certificates, and requests that are still under way. Not thread-safe. */
public final class RevocationDesk {

	private final Registrations registrations;

	public RevocationDesk(Registrations registrations) {
		this.registrations = registrations;
	}

	/** Demands that there is something to revoke. */
	public void requireRevocable(Registration registration, Instant now) throws Refusal {
		if (!registration.isInForce(now)) {
			throw new Refusal(RefusalCode.NOT_REVOCABLE, "Status", CertificateStatus.of(registration, now).name());
		}
	}

	/** Revokes: final, for the encryption token as well. */
	public void revoke(Registration registration, Instant now) throws Refusal, IOException {
		requireRevocable(registration, now);
		registrations.put(registration.ended(Stage.REVOKED));
	}
}
