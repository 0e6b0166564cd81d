/**
 * What a Belgian eID is, by whatever way it is reached: readers, the card, whose it is, its two keys and its
 * PIN. Begin at the service {@link CardProviders}; a way of one's own to cards is a {@link CardProvider},
 * contributed to the extension point {@code org.certbench.eid.providers}.
 *
 * <p>
 * A card answers slowly and may go at any moment: nothing that reads from it is for the UI thread. A PIN is
 * asked for when it is needed, by a {@link PinEntry}, and never tried twice. What goes wrong is a
 * {@link CardException}, a type for each kind.
 */
package org.certbench.eid;
