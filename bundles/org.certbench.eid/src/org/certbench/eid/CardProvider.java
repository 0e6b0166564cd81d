package org.certbench.eid;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

import org.certbench.core.Environment;

/**
 * A way to reach cards: PC/SC, PKCS#11, virtual ones. Contributed to the extension point
 * {@code org.certbench.eid.providers}; made once, by its no-argument constructor, when first used.
 * Thread-safe.
 */
public interface CardProvider {

	/** Where its cards may be used. */
	Set<Environment> environments();

	/**
	 * The readers as they are now, those without a card too. May take a second; not for the UI
	 * thread.
	 *
	 * @throws CardException {@link CardException.NoReader} where there is none
	 */
	List<CardReader> readers() throws CardException;

	/**
	 * Tells when readers or cards come or go. The listener is called from a thread of the provider
	 * and returns at once.
	 *
	 * @return ends the watch when closed
	 */
	Watch watch(Runnable changed);

	/**
	 * The roots of test cards, for those (the simulator) that must trust them; empty where there are
	 * real cards only.
	 */
	default List<X509Certificate> testRoots() {
		return List.of();
	}

	/** A running watch. */
	@FunctionalInterface
	interface Watch extends AutoCloseable {
		@Override
		void close();
	}
}
