/**
 * Keystores on disk: what a file shows without its password, opening it, and changing it safely. Begin at
 * the service {@link Keystores}.
 *
 * <p>
 * Whatever is changed, no file is ever overwritten in place, and old encryption keys are carried over into a
 * new keystore. What goes wrong is a {@link KeystoreException}, a type for each kind.
 */
package org.certbench.keystore;
