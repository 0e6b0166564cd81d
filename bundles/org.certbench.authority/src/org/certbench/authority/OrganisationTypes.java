package org.certbench.authority;

import java.util.List;

import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/** Capability of an authority that tells for which kinds of organisations it issues certificates. */
public interface OrganisationTypes {

	/** All of them, in the authority's order. */
	List<OrganisationType> types(Progress progress) throws ProblemException;
}
