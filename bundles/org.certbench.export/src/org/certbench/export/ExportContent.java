package org.certbench.export;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.certbench.core.KeyIdentifier;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/**
 * What is exported.
 *
 * @param at           when; days left count from here
 * @param certificates in the order in which they are written
 * @param requests     those under way for these certificates
 */
public record ExportContent(Instant at, List<CertificateLife> certificates, List<RequestRecord> requests) {

	public ExportContent {
		certificates = List.copyOf(certificates);
		requests = List.copyOf(requests);
	}

	/** Certificates with their requests, out of all that are under way. */
	public static ExportContent of(Instant at, List<CertificateLife> certificates, List<RequestRecord> pending) {
		Set<Path> files = certificates.stream().map(CertificateLife::file).collect(Collectors.toSet());
		Set<KeyIdentifier> renewals = certificates.stream().flatMap(life -> life.renewal().stream())
				.map(RequestRecord::key).collect(Collectors.toSet());
		return new ExportContent(at, certificates, pending.stream()
				.filter(request -> files.contains(request.keystore()) || renewals.contains(request.key())).toList());
	}
}
