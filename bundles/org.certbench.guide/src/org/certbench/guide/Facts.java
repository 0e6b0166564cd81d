package org.certbench.guide;

import java.time.Instant;
import java.util.List;

import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/**
 * What rules look at.
 *
 * @param now          the present moment
 * @param certificates every known keystore with its certificate's life
 * @param requests     every request that the journal tells of
 */
public record Facts(Instant now, List<CertificateLife> certificates, List<RequestRecord> requests) {

	public Facts {
		certificates = List.copyOf(certificates);
		requests = List.copyOf(requests);
	}
}
