package org.certbench.ui;

import java.util.List;
import java.util.Optional;

import org.certbench.core.Finding;
import org.certbench.inventory.CertificateLife;
import org.certbench.journal.RequestRecord;

/**
 * Which flows can be started on what: a service. It knows the installed flows by their descriptions
 * only, and offers nothing where nothing can show a flow. Quick; for any thread.
 */
public interface FlowStarts {

	/** Every installed flow, on nothing in particular, in their order. */
	List<FlowStart> all();

	/** Those that work on a keystore, on this one; the one that is due first, if one is. */
	List<FlowStart> on(CertificateLife certificate);

	/** What is due for a certificate: the next phase of its request or renewal, else what the worst finding calls for. */
	Optional<FlowStart> dueFor(CertificateLife certificate);

	/** The next phase of a request. */
	Optional<FlowStart> next(RequestRecord request);

	/** What solves a finding. */
	Optional<FlowStart> solving(Finding finding);

	/** What solves a problem of the catalogue, on nothing in particular. */
	Optional<FlowStart> solving(String problem);
}
