/**
 * What both ends of the eHealth services have in common: their namespaces and operations, XML that is
 * read with suspicion and written byte for byte, SOAP envelopes and request signatures.
 *
 * <p>
 * Elements are qualified by where their type is defined. The request or response and its children stand
 * in the service's protocol namespace; what is inside a child of CertRA stands in
 * {@link Namespaces#CERTRA_CORE}; the parts of an actor ({@code Id}, {@code FirstName}, {@code Name}) and
 * of a status stand in {@link Namespaces#COMMONS}. Attributes are never qualified but for
 * {@code xml:lang} and {@code xsi:nil}.
 */
package org.certbench.ehealth;
