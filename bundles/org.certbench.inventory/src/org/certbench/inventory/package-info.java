/**
 * Every known keystore, and where its certificate stands in its life. Begin at the service
 * {@link Inventory}. What is shown of a {@link CertificateLife} says how sure it is; {@link Words} has the
 * words for states, severities and environments that the window and the command line share.
 */
package org.certbench.inventory;
