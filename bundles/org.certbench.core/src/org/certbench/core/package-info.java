/**
 * The domain in plain Java, which all other bundles speak: {@link Holder}, {@link Environment},
 * {@link LifeCycleState}, {@link Finding}, {@link Secret}, {@link Signer}. Nothing here knows eHealth's
 * messages, a card, a keystore on disk or a window.
 *
 * <p>
 * Values are immutable and may be used by any thread. What a person can do something about is a
 * {@link ProblemException}, whose words are in the user's language; work that takes a while is told to a
 * {@link Progress}, which also tells it to stop. Moments are {@link java.time.Instant}s. Where something may
 * be {@code null}, its documentation says so.
 */
package org.certbench.core;
