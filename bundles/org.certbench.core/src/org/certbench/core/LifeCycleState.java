package org.certbench.core;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where a certificate stands in its life, and which {@link LifeCycleEvent} leads where. A renewed
 * certificate has two lives side by side: the new one goes from {@link #REQUESTED} to
 * {@link #ACTIVE}, while the old one goes from {@link #RENEWAL_DUE} through its pending phases to
 * {@link #SUPERSEDED}.
 */
public enum LifeCycleState {

	/** The request was signed and may have reached the authority. */
	REQUESTED,
	/** The authority issued the certificate; nobody fetched it yet. */
	ISSUED,
	/** The certificate is installed in its keystore. */
	COMPLETED,
	/** The encryption token is registered; a renewed one still waits for its activation. */
	TOKEN_REGISTERED,
	/** In use. */
	ACTIVE,
	/** In use, and inside its renewal window. */
	RENEWAL_DUE,
	/** In use; the renewal was requested (phase 1) and its completion is awaited. */
	RENEWAL_AWAITS_COMPLETION,
	/** In use; the renewal was completed (phase 2) and the activation of its token is awaited. */
	RENEWAL_AWAITS_ACTIVATION,
	/** Replaced by a renewed certificate. */
	SUPERSEDED,
	/** Past its notAfter. */
	EXPIRED,
	/** Revoked before its time. */
	REVOKED,
	/** The request was refused: there never was a certificate. */
	REFUSED;

	private static final Map<LifeCycleState, Map<LifeCycleEvent, LifeCycleState>> TRANSITIONS = Map.of(
			REQUESTED, Map.of(LifeCycleEvent.ISSUE, ISSUED, LifeCycleEvent.REFUSE, REFUSED),
			ISSUED, Map.of(LifeCycleEvent.INSTALL, COMPLETED, LifeCycleEvent.EXPIRE, EXPIRED, LifeCycleEvent.REVOKE, REVOKED),
			COMPLETED, Map.of(LifeCycleEvent.REGISTER_TOKEN, TOKEN_REGISTERED, LifeCycleEvent.EXPIRE, EXPIRED,
					LifeCycleEvent.REVOKE, REVOKED),
			TOKEN_REGISTERED, Map.of(LifeCycleEvent.ACTIVATE, ACTIVE, LifeCycleEvent.EXPIRE, EXPIRED,
					LifeCycleEvent.REVOKE, REVOKED),
			ACTIVE, Map.of(LifeCycleEvent.WINDOW_OPENS, RENEWAL_DUE, LifeCycleEvent.EXPIRE, EXPIRED,
					LifeCycleEvent.REVOKE, REVOKED),
			RENEWAL_DUE, Map.of(LifeCycleEvent.REQUEST_RENEWAL, RENEWAL_AWAITS_COMPLETION, LifeCycleEvent.EXPIRE, EXPIRED,
					LifeCycleEvent.REVOKE, REVOKED),
			RENEWAL_AWAITS_COMPLETION, Map.ofEntries(
					entry(LifeCycleEvent.COMPLETE_RENEWAL, RENEWAL_AWAITS_ACTIVATION),
					entry(LifeCycleEvent.REFUSE, RENEWAL_DUE),
					entry(LifeCycleEvent.EXPIRE, EXPIRED),
					entry(LifeCycleEvent.REVOKE, REVOKED)),
			RENEWAL_AWAITS_ACTIVATION, Map.of(LifeCycleEvent.ACTIVATE_RENEWAL, SUPERSEDED,
					LifeCycleEvent.EXPIRE, EXPIRED, LifeCycleEvent.REVOKE, REVOKED));

	/** The state after the event, or nothing where the event cannot happen in this state. */
	public Optional<LifeCycleState> after(LifeCycleEvent event) {
		return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(event));
	}

	/** Whether nothing can follow. */
	public boolean isFinal() {
		return !TRANSITIONS.containsKey(this);
	}

	/** Whether software can still work with the certificate. */
	public boolean isInUse() {
		return switch (this) {
			case ACTIVE, RENEWAL_DUE, RENEWAL_AWAITS_COMPLETION, RENEWAL_AWAITS_ACTIVATION -> true;
			default -> false;
		};
	}

	/** The name in JSON and other files: lower case with hyphens. */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}
}
