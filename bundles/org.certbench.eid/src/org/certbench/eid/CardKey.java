package org.certbench.eid;

/** The two keys of an eID. */
public enum CardKey {
	/** Proves who one is. */
	AUTHENTICATION,
	/** Makes legally binding signatures (non-repudiation). */
	SIGNATURE
}
