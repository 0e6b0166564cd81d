package org.certbench.core;

/** What can happen to a certificate; {@link LifeCycleState} says what follows. */
public enum LifeCycleEvent {
	/** The authority issued it. */
	ISSUE,
	/** The authority, or a person there, refused the request. */
	REFUSE,
	/** It was fetched and put into its keystore. */
	INSTALL,
	/** Its encryption token was registered. */
	REGISTER_TOKEN,
	/** It came into use: at once for a first certificate, by activation for a renewed one. */
	ACTIVATE,
	/** Its renewal window opened. */
	WINDOW_OPENS,
	/** Phase 1 of its renewal was done. */
	REQUEST_RENEWAL,
	/** Phase 2 of its renewal was done. */
	COMPLETE_RENEWAL,
	/** Phase 3 of its renewal was done: the new token is active. */
	ACTIVATE_RENEWAL,
	/** Its notAfter passed. */
	EXPIRE,
	/** It was revoked. */
	REVOKE
}
