/**
 * What the authority knows beside what is here (B06): certificates with no keystore, keystores with no
 * certificate, tokens that do not match. {@link LookUp} asks, {@link Answers} are what it learnt, and a
 * {@link Comparison} puts them beside the inventory.
 */
package org.certbench.lookup;
