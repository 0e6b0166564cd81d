package org.certbench.eid.pkcs11.internal;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;

/** A CK_ATTRIBUTE with its value behind it, in one piece of memory: type, place of the value, length, value. */
final class Attribute {

	private static final long PLACE = Cryptoki.ULONG;
	private static final long LENGTH = PLACE + Native.POINTER_SIZE;
	private static final long VALUE = LENGTH + Cryptoki.ULONG;

	private Attribute() {
	}

	/** One that asks for the length. */
	static Memory question(long type) {
		var attribute = Cryptoki.room(VALUE);
		attribute.setNativeLong(0, new NativeLong(type, true));
		return attribute;
	}

	/** One with room for a value. */
	static Memory withRoom(long type, int length) {
		var attribute = Cryptoki.room(VALUE + length);
		attribute.setNativeLong(0, new NativeLong(type, true));
		attribute.setPointer(PLACE, attribute.share(VALUE));
		attribute.setNativeLong(LENGTH, new NativeLong(length, true));
		return attribute;
	}

	/** One whose value is a number. */
	static Memory of(long type, long value) {
		var attribute = withRoom(type, Cryptoki.ULONG);
		attribute.setNativeLong(VALUE, new NativeLong(value, true));
		return attribute;
	}

	/** The length that the module has set; none where it says that there is no value (CK_UNAVAILABLE_INFORMATION). */
	static int length(Memory attribute) {
		return Math.max(0, attribute.getNativeLong(LENGTH).intValue());
	}

	static byte[] value(Memory attribute) {
		return attribute.getByteArray(VALUE, length(attribute));
	}
}
