package org.certbench.eid.pkcs11.internal;

/** A function of a PKCS#11 module did not return CKR_OK. */
public final class CryptokiException extends Exception {

	private static final long serialVersionUID = 1L;

	static final long CKR_CRYPTOKI_ALREADY_INITIALIZED = 0x191;
	private static final long CKR_DEVICE_REMOVED = 0x32;
	private static final long CKR_TOKEN_NOT_PRESENT = 0xE0;
	private static final long CKR_TOKEN_NOT_RECOGNIZED = 0xE1;

	private final long code;

	public CryptokiException(String function, long code) {
		super("%s: 0x%X".formatted(function, code));
		this.code = code;
	}

	/** Whether it is this return value (PKCS#11 2.40, section 5.1). */
	boolean is(long other) {
		return code == other;
	}

	/** There is no token in the slot, any more. */
	boolean isNoToken() {
		return is(CKR_TOKEN_NOT_PRESENT) || is(CKR_DEVICE_REMOVED);
	}

	/** There is something in the slot that the module cannot use. */
	boolean isUnknownToken() {
		return is(CKR_TOKEN_NOT_RECOGNIZED);
	}
}
