package org.certbench.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.certbench.core.Finding;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/** What was known at a moment, as the {@link Overview} put it together. Immutable. */
public final class Snapshot {

	private static final String FILE = "file";

	private final Instant at;
	private final List<CertificateLife> certificates;
	private final List<Finding> findings;
	private final List<RequestRecord> requests;
	private final Map<Path, List<Finding>> findingsByFile;

	/**
	 * @param at           when; days left count from here
	 * @param certificates every known keystore
	 * @param findings     of all rules, the worst first
	 * @param requests     every request, oldest first
	 */
	public Snapshot(Instant at, List<CertificateLife> certificates, List<Finding> findings,
			List<RequestRecord> requests) {
		this.at = at;
		this.certificates = List.copyOf(certificates);
		this.findings = List.copyOf(findings);
		this.requests = List.copyOf(requests);
		this.findingsByFile = findings.stream().filter(finding -> file(finding).isPresent())
				.collect(Collectors.groupingBy(finding -> file(finding).orElseThrow()));
	}

	/** The keystore that a finding is about, where it is about one. */
	public static Optional<Path> file(Finding finding) {
		return FILE.equals(finding.subject().getScheme()) ? Optional.of(Path.of(finding.subject())) : Optional.empty();
	}

	/** When it was put together; days left count from here. */
	public Instant at() {
		return at;
	}

	/** Every known keystore. */
	public List<CertificateLife> certificates() {
		return certificates;
	}

	/** The findings of all rules, the worst first. */
	public List<Finding> findings() {
		return findings;
	}

	/** Every request, oldest first. */
	public List<RequestRecord> requests() {
		return requests;
	}

	/** The findings about a certificate's file, the worst first. */
	public List<Finding> findingsFor(CertificateLife certificate) {
		return findingsByFile.getOrDefault(certificate.file(), List.of());
	}

	/** The certificate of a file, where it is known. */
	public Optional<CertificateLife> certificate(Path file) {
		return certificates.stream().filter(certificate -> certificate.file().equals(file)).findFirst();
	}

	/** The requests for which something is still to be done. */
	public List<RequestRecord> pending() {
		return requests.stream().filter(RequestRecord::isPending).toList();
	}
}
