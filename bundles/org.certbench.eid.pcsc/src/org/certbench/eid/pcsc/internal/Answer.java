package org.certbench.eid.pcsc.internal;

/**
 * What a card answered.
 *
 * @param data   without the status word
 * @param status the status word, e.g. {@code 0x9000}
 */
record Answer(byte[] data, int status) {

	boolean isOk() {
		return status == 0x9000;
	}

	/** The data of a command that must succeed. */
	byte[] orThrow() throws StatusException {
		if (!isOk()) {
			throw new StatusException(status);
		}
		return data;
	}
}
