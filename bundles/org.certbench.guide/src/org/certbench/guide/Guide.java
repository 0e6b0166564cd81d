package org.certbench.guide;

import java.util.List;
import java.util.Optional;

import org.certbench.core.Cancelled;
import org.certbench.core.Finding;
import org.certbench.core.Progress;
import org.certbench.inventory.CertificateLife;

/**
 * The problem-solving guide: a service that applies all contributed rules and knows the pages of
 * the problem catalogue (M31, B04). Thread-safe.
 */
public interface Guide {

	/** The findings for these certificates and all requests, the worst first. */
	List<Finding> findings(List<CertificateLife> certificates);

	/**
	 * Lets all sources of facts learn what takes a while, for findings that are up to date. Who
	 * {@link #watch watches} need not. Not for the UI thread.
	 */
	default void refresh(Progress progress) throws Cancelled {
		// without sources there is nothing to learn
	}

	/** Tells, from any thread, when facts may have changed that neither the inventory nor the journal tells of. */
	default FactSource.Watch watch(Runnable changed) {
		return () -> {
			// without sources nothing changes
		};
	}

	/** All pages of the catalogue, in its order. */
	List<Page> pages();

	/** The page of a problem. */
	Optional<Page> page(String problem);

	/** The pages in whose texts all words occur, in any case. */
	List<Page> search(String words);
}
