/**
 * What a certificate authority offers: an order, a look at it later, the certificate. Nothing of eHealth is
 * in it. Begin at the service {@link Authorities}; an authority of one's own is an
 * {@link Authorities.Authority}, contributed to the extension point
 * {@code org.certbench.authority.authorities}. What only some have (contracts, encryption tokens, revocation)
 * is a capability of an {@link AuthorityConnection}.
 *
 * <p>
 * Connections go over the network; they are not for the UI thread. What goes wrong is an
 * {@link AuthorityException}, a type for each kind.
 */
package org.certbench.authority;
