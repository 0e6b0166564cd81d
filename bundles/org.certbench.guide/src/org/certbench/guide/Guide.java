package org.certbench.guide;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.certbench.core.Finding;
import org.certbench.inventory.CertificateLife;

/**
 * The problem-solving guide: a service that applies all contributed rules and knows the pages of
 * the problem catalogue (M31, B04). Thread-safe.
 */
public interface Guide {

	/** The findings for these certificates and all requests, the worst first. */
	List<Finding> findings(List<CertificateLife> certificates);

	/** The findings for everything in the inventory, the worst first. */
	List<Finding> findings();

	/** Those of {@link #findings()} about this file. */
	List<Finding> findingsFor(Path file);

	/** All pages of the catalogue, in its order. */
	List<Page> pages();

	/** The page of a problem. */
	Optional<Page> page(String problem);

	/** The pages in whose texts all words occur, in any case. */
	List<Page> search(String words);
}
