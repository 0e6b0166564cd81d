package org.certbench.journal;

import java.util.List;
import java.util.Optional;

import org.certbench.core.KeyIdentifier;

/**
 * What was done, on disk: a service. It survives a crash at any instant, is shared by all
 * processes that use the same data folder, and holds nothing secret. Thread-safe.
 */
public interface Journal {

	/** Writes an entry; it is on disk when this returns. */
	void write(JournalEntry entry) throws JournalException;

	/**
	 * Every request that the journal tells of, oldest first, as its entries leave it. Broken last
	 * lines, which a crash may leave, are passed over; so is a key that was about to be saved, unless its
	 * keystore is there.
	 */
	List<RequestRecord> requests();

	/** Those that something is still to be done for. */
	default List<RequestRecord> pending() {
		return requests().stream().filter(RequestRecord::isPending).toList();
	}

	/** The request for this key. */
	default Optional<RequestRecord> request(KeyIdentifier key) {
		return requests().stream().filter(request -> request.key().equals(key)).findFirst();
	}

	/**
	 * Tells when this process wrote an entry, or another process did (then within seconds). The
	 * listener is called from a thread of the journal.
	 */
	Watch watch(Runnable changed);

	/** A running watch. */
	@FunctionalInterface
	interface Watch extends AutoCloseable {
		@Override
		void close();
	}
}
