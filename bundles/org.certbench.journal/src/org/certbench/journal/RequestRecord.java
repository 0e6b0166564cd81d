package org.certbench.journal;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

import org.certbench.core.Environment;
import org.certbench.core.Holder;
import org.certbench.core.KeyIdentifier;

/**
 * Where a request stands, as the journal's entries leave it.
 *
 * @param key           by which it is known
 * @param environment   where it was made
 * @param holder        for whom
 * @param holderName    the name
 * @param keystore      the file with its key
 * @param renewal       what it renews, or null for a first request
 * @param signedOrder   the file of the signed order, or null while there is none
 * @param milestone     the last one reached
 * @param since         when that was
 * @param started       when the key was made
 * @param toBeActivated whether its token waits for its activation; for a revoked certificate, whether it
 *                      never came into use
 * @param notYetUntil   from when on to try again, or null where nothing is known
 * @param checkedByHand whether a person at the authority checks it before the certificate is issued
 */
public record RequestRecord(KeyIdentifier key, Environment environment, Holder holder, String holderName, Path keystore,
		Renewal renewal, Path signedOrder, Milestone milestone, Instant since, Instant started, boolean toBeActivated,
		Instant notYetUntil, boolean checkedByHand) {

	/** One of which nobody told that a person checks it. */
	public RequestRecord(KeyIdentifier key, Environment environment, Holder holder, String holderName, Path keystore,
			Renewal renewal, Path signedOrder, Milestone milestone, Instant since, Instant started, boolean toBeActivated,
			Instant notYetUntil) {
		this(key, environment, holder, holderName, keystore, renewal, signedOrder, milestone, since, started, toBeActivated,
				notYetUntil, false);
	}

	/** The certificate that a request renews. */
	public record Renewal(KeyIdentifier oldKey, Path oldKeystore) {
	}

	/** How far a request has come, in order. */
	public enum Milestone {
		KEY_CREATED, SIGNED, SENDING, SENT, REFUSED, INSTALLED, TOKEN_REGISTERED, ACTIVATED, HANDED_OVER, REVOKED
	}

	/** What is to be done next. */
	public enum NextAction {
		/** Sign the order, or send it (again), with the same key. */
		SEND,
		/** Complete it: fetch the certificate and register the token (phase 2). */
		COMPLETE,
		/** Activate the token (phase 3). */
		ACTIVATE,
		/** Hand the keystore over to the software that uses it. */
		HAND_OVER
	}

	/** What it renews, where it is a renewal. */
	public Optional<Renewal> renews() {
		return Optional.ofNullable(renewal);
	}

	/** The file of the signed order, where the journal tells of one. */
	public Optional<Path> order() {
		return Optional.ofNullable(signedOrder);
	}

	/** From when on to try the next action again, where that is known. */
	public Optional<Instant> tryAgainFrom() {
		return Optional.ofNullable(notYetUntil);
	}

	/** The next action; nothing where all is done or the request is refused or revoked. */
	public Optional<NextAction> next() {
		return Optional.ofNullable(switch (milestone) {
			case KEY_CREATED, SIGNED, SENDING -> NextAction.SEND;
			case SENT, INSTALLED -> NextAction.COMPLETE;
			case TOKEN_REGISTERED -> toBeActivated ? NextAction.ACTIVATE : afterActivation();
			case ACTIVATED -> afterActivation();
			case REFUSED, HANDED_OVER, REVOKED -> null;
		});
	}

	/** The software that uses the old keystore needs the new one (M25); a first one is not in use anywhere yet. */
	private NextAction afterActivation() {
		return renewal != null ? NextAction.HAND_OVER : null;
	}

	/** Whether one of the three phases is still to be done; handing over is only reminded of. */
	public boolean isPending() {
		return next().filter(action -> action != NextAction.HAND_OVER).isPresent();
	}
}
