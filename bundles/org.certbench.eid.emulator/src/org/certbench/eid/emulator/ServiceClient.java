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
 * first service of a process; this one has a connection of its own.
 */
final class ServiceClient implements AutoCloseable {

	private static final String LIBRARY = "libpcsclite.so.1";
	private static final NativeLong SYSTEM = new NativeLong(2);
	private static final NativeLong SHARED = new NativeLong(2);
	private static final NativeLong ANY_PROTOCOL = new NativeLong(3);
	private static final NativeLong LEAVE_CARD = new NativeLong(0);
	private static final int EMPTY = 0x10;
	private static final int PRESENT = 0x20;
	/** SCARD_READERSTATE: name, anything, what is known, what is so, the length of an ATR and 33 bytes for it. */
	private static final int KNOWN = 2 * Native.POINTER_SIZE;
	private static final int ACTUAL = KNOWN + NativeLong.SIZE;
	private static final int STATE_SIZE = ACTUAL + 2 * NativeLong.SIZE + 40;

	private final NativeLong context;

	private ServiceClient() {
		var established = new NativeLongByReference();
		call("SCardEstablishContext", SYSTEM, Pointer.NULL, Pointer.NULL, established);
		context = established.getValue();
	}

	/**
	 * Waits until the service tells that a card is in a reader, or that none is.
	 *
	 * @throws IllegalStateException where it does not tell so in time, or has no such reader
	 */
	static void await(String reader, boolean card, Duration patience) {
		try (var client = new ServiceClient();
				var name = new Memory(reader.length() + 1L);
				var state = new Memory(STATE_SIZE)) {
			name.setString(0, reader);
			state.clear();
			state.setPointer(0, name);
			client.await(state, card ? PRESENT : EMPTY, Instant.now().plus(patience));
		}
	}

	/**
	 * Holds the card in a reader.
	 *
	 * @return lets go of it: the card is as it was before
	 */
	static Runnable hold(String reader) {
		var client = new ServiceClient();
		var connected = new NativeLongByReference();
		call("SCardConnect", client.context, reader, SHARED, ANY_PROTOCOL, connected, new NativeLongByReference());
		var card = connected.getValue();
		call("SCardBeginTransaction", card);
		return () -> {
			call("SCardEndTransaction", card, LEAVE_CARD);
			call("SCardDisconnect", card, LEAVE_CARD);
			client.close();
		};
	}

	/** The first answer comes at once: nothing is known yet. Each further one comes when something changes. */
	private void await(Memory state, int wanted, Instant until) {
		int actual = 0;
		while ((actual & wanted) == 0) {
			long rest = Math.max(0, Duration.between(Instant.now(), until).toMillis());
			call("SCardGetStatusChange", context, new NativeLong(rest), state, new NativeLong(1));
			actual = state.getNativeLong(ACTUAL).intValue();
			state.setNativeLong(KNOWN, new NativeLong(actual));
		}
	}

	@Override
	public void close() {
		call("SCardReleaseContext", context);
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
