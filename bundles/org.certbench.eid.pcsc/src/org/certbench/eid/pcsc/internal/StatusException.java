package org.certbench.eid.pcsc.internal;

/** The card refused a command. */
final class StatusException extends Exception {

	private static final long serialVersionUID = 1L;

	static final int PIN_MISSING = 0x6982;
	static final int FILE_NOT_FOUND = 0x6A82;

	private final int status;

	StatusException(int status) {
		super("%04X".formatted(status));
		this.status = status;
	}

	/** The status word. */
	int status() {
		return status;
	}
}
