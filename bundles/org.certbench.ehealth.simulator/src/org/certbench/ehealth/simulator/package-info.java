/**
 * The other side of the eHealth certificate services, as a real server on this machine's loopback
 * address: certificates (CertRA v2), encryption tokens (EtkRA v2) and their public look-up
 * (EtkDepot v1), with a test CA of its own and a mailbox. Everything can be tried, taught and tested
 * against it without a card and without eHealth (W09).
 */
package org.certbench.ehealth.simulator;
