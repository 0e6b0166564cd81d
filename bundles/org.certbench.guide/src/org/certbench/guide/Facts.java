package org.certbench.guide;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/**
 * What rules look at.
 *
 * @param now          the present moment
 * @param certificates every known keystore with its certificate's life
 * @param requests     every request that the journal tells of
 * @param others       facts of other kinds, one of each, which {@link FactSource}s bring
 */
public record Facts(Instant now, List<CertificateLife> certificates, List<RequestRecord> requests,
		List<Object> others) {

	public Facts {
		certificates = List.copyOf(certificates);
		requests = List.copyOf(requests);
		others = List.copyOf(others);
	}

	/** Facts without those of other kinds. */
	public Facts(Instant now, List<CertificateLife> certificates, List<RequestRecord> requests) {
		this(now, certificates, requests, List.of());
	}

	/** The facts of another kind, where something brings them. */
	public <F> Optional<F> of(Class<F> kind) {
		return others.stream().filter(kind::isInstance).map(kind::cast).findFirst();
	}
}
