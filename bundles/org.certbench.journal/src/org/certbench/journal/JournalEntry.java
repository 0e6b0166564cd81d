package org.certbench.journal;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.certbench.core.KeyIdentifier;

/**
 * One line of the journal: public facts only.
 *
 * @param at    when
 * @param flow  id of the flow
 * @param run   id of this run of it
 * @param step  id of the step
 * @param event what happened
 * @param key   the request it belongs to, or null while there is no key yet
 * @param facts what else is known, by the names in {@link Fact}
 */
public record JournalEntry(Instant at, String flow, String run, String step, Event event, KeyIdentifier key,
		Map<Fact, String> facts) {

	public JournalEntry {
		Objects.requireNonNull(at);
		Objects.requireNonNull(event);
		facts = Map.copyOf(facts);
	}

	/** The request it belongs to, where there is a key already. */
	public Optional<KeyIdentifier> request() {
		return Optional.ofNullable(key);
	}

	/** What happened: how a step went, or a milestone of a request. */
	public enum Event {
		STEP_STARTED, STEP_DONE, STEP_FAILED, RUN_CANCELLED,
		/** The key is about to be saved: from now on its keystore may be on disk. */
		SAVING,
		/** The key is on disk, in its keystore. */
		KEY_CREATED,
		/** The order is signed, and kept. */
		SIGNED,
		/** The order is about to be sent: from now on it may have arrived. */
		SENDING,
		/** The authority has confirmed the order. */
		SENT,
		/** The authority refused the order. */
		REFUSED,
		/** The issued certificate is in the keystore. */
		INSTALLED,
		/** The encryption token is registered. */
		TOKEN_REGISTERED,
		/** The token is active: the certificate is in use, the one it replaces is not. */
		ACTIVATED,
		/** The keystore was handed over to the software that uses it, or the reminder dismissed (M25). */
		HANDED_OVER,
		/** Revoked. */
		REVOKED
	}

	/** The names of facts; moments are written as {@link Instant#toString()}, files as absolute paths. */
	public enum Fact {
		/** {@link org.certbench.core.Environment#id()}. */
		ENVIRONMENT,
		/** {@link org.certbench.core.Holder#toString()}. */
		HOLDER,
		/** The holder's name, as the certificate writes it. */
		HOLDER_NAME,
		/** The keystore's file. */
		KEYSTORE,
		/** For a renewal: the old keystore's file. */
		OLD_KEYSTORE,
		/** For a renewal: the old certificate's key identifier. It goes together with {@link #OLD_KEYSTORE}. */
		OLD_KEY,
		/** The file of the signed order. */
		SIGNED_ORDER,
		/** First and last moment of the issued certificate. */
		NOT_BEFORE, NOT_AFTER,
		/**
		 * {@code true} where the registered token waits for its activation; for a revoked certificate, where it
		 * never came into use.
		 */
		TO_BE_ACTIVATED,
		/** {@code true} where nobody needs to check the order by hand. */
		AUTOMATICALLY_VALIDATED,
		/** From when on to try again; holds until the request's next milestone. */
		NOT_YET_UNTIL,
		/** Id of the problem of a failed step. */
		PROBLEM,
		/** Its message. */
		MESSAGE
	}
}
