package org.certbench.ehealth;

/** A message's signature that is missing, is not of the form agreed, or does not verify. */
public final class SignatureRefused extends Exception {

	private static final long serialVersionUID = 1L;

	/** Why. */
	public enum Reason {
		/** There is no signature as the last child of the message. */
		MISSING,
		/** There is more than one signature in the message. */
		SEVERAL,
		/** The reference does not name the message itself, or the name is not unique (wrapping). */
		WRONG_REFERENCE,
		/** An algorithm or transform that is not agreed, or one that does not fit the key. */
		FORBIDDEN_ALGORITHM,
		/** No usable certificate in it, or certificates that are no chain. */
		NO_CERTIFICATE,
		/** It cannot be read. */
		MALFORMED,
		/** The message was changed after signing, or another key signed. */
		INVALID
	}

	private final Reason reason;

	/** @param message what was wrong, one sentence for support (English) */
	public SignatureRefused(Reason reason, String message, Throwable cause) {
		super(message, cause);
		this.reason = reason;
	}

	public SignatureRefused(Reason reason, String message) {
		this(reason, message, null);
	}

	public Reason reason() {
		return reason;
	}
}
