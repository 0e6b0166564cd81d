package org.certbench.ehealth.simulator.internal.control;

/**
 * How a simulator introduces itself.
 *
 * @param product always {@link #PRODUCT}
 * @param folder  of its state, links resolved
 */
public record About(String product, String folder) {

	/** Tells a simulator from whatever else may answer on a port. */
	public static final String PRODUCT = "certbench-simulator";
}
