package org.certbench.eid.emulator;

import java.time.Duration;
import java.time.Instant;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;

/**
 * A client of the card service, as every program that uses cards is one: a card is in a reader for them
 * only once the service has noticed it, a moment after it was put in. Java's own client is bound to the
 * first service of a process; this one makes a connection for each question. Thread-safe.
 */
final class ServiceClient {

	private static final String LIBRARY = "libpcsclite.so.1";
	private static final int SYSTEM = 2;
	private static final int EMPTY = 0x10;
	private static final int PRESENT = 0x20;
	/** SCARD_READERSTATE: name, anything, what is known, what is so, the length of an ATR and 33 bytes for it. */
	private static final int KNOWN = 2 * Native.POINTER_SIZE;
	private static final int ACTUAL = KNOWN + NativeLong.SIZE;
	private static final int STATE_SIZE = ACTUAL + 2 * NativeLong.SIZE + 40;

	private ServiceClient() {
	}

	/**
	 * Waits until the service tells that a card is in a reader, or that none is.
	 *
	 * @throws IllegalStateException where it does not tell so in time, or has no such reader
	 */
	static void await(String reader, boolean card, Duration patience) {
		var context = new NativeLongByReference();
		call("SCardEstablishContext", new NativeLong(SYSTEM), Pointer.NULL, Pointer.NULL, context);
		try (var name = new Memory(reader.length() + 1L); var state = new Memory(STATE_SIZE)) {
			name.setString(0, reader);
			state.clear();
			state.setPointer(0, name);
			await(context.getValue(), state, card ? PRESENT : EMPTY, Instant.now().plus(patience));
		} finally {
			call("SCardReleaseContext", context.getValue());
		}
	}

	/** The first answer comes at once: nothing is known yet. Each further one comes when something changes. */
	private static void await(NativeLong context, Memory state, int wanted, Instant until) {
		int actual = 0;
		while ((actual & wanted) == 0) {
			long rest = Math.max(0, Duration.between(Instant.now(), until).toMillis());
			call("SCardGetStatusChange", context, new NativeLong(rest), state, new NativeLong(1));
			actual = state.getNativeLong(ACTUAL).intValue();
			state.setNativeLong(KNOWN, new NativeLong(actual));
		}
	}

	private static void call(String function, Object... arguments) {
		var result = (NativeLong) pcsc(function).invoke(NativeLong.class, arguments);
		if (result.intValue() != 0) {
			throw new IllegalStateException("%s: %08X".formatted(function, result.intValue()));
		}
	}

	private static Function pcsc(String function) {
		return NativeLibrary.getInstance(LIBRARY).getFunction(function);
	}
}
