package org.certbench.ehealth.simulator.internal.control;

/**
 * The body of an answer that says no.
 *
 * @param words why
 */
record Failure(String words) {
}
