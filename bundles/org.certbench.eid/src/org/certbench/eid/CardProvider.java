package org.certbench.eid;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;

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
	 * thread. None where others than this provider may know one.
	 *
	 * @throws CardException {@link CardException.NoReader} where there is none, and there should be
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

	/**
	 * Looks whether this machine has what its cards need, and at the cards that are there (M34). What is
	 * lacking is an observation, not an exception. Asks for no PIN. May take seconds; not for the UI
	 * thread.
	 *
	 * @param system   what to do is said for it
	 * @param progress told what is looked at
	 * @return in the order in which one depends on the other; empty where nothing can be lacking
	 */
	default List<Observation> check(OperatingSystem system, Progress progress) throws Cancelled {
		return List.of();
	}

	/** A running watch. */
	@FunctionalInterface
	interface Watch extends AutoCloseable {
		@Override
		void close();
	}
}
