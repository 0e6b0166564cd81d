package org.certbench.eid.pkcs11.internal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

import com.sun.jna.Function;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/**
 * The functions of a PKCS#11 module that tell of slots, tokens and public objects (OASIS PKCS#11
 * 2.40). Java's own provider has no question for them: it shows what is on a token only after its PIN
 * was given, and whose card it is must be known before. Keys and PINs are left to that provider.
 * Thread-safe, as the module is told to be.
 */
final class Cryptoki {

	private static final long OS_LOCKING_OK = 2;
	private static final int POINTER = Native.POINTER_SIZE;
	/** A CK_ULONG: 4 bytes on Windows, as a pointer elsewhere. */
	static final int ULONG = NativeLong.SIZE;
	/** On Windows structures are packed by the byte; elsewhere what follows the version is aligned. */
	private static final int FIRST_FUNCTION = Platform.isWindows() ? 2 : POINTER;

	/**
	 * RTLD_NOW and RTLD_LOCAL: all modules have functions of the same names, and must not get those of
	 * another one.
	 */
	private static final Map<String, ?> OPTIONS = Platform.isWindows() ? Map.of()
			: Map.of(Library.OPTION_OPEN_FLAGS, Platform.isMac() ? 0x6 : 0x2);

	/** Those that are called, by their place in CK_FUNCTION_LIST. */
	enum Entry {
		C_Initialize(0), C_GetInfo(2), C_GetSlotList(4), C_GetSlotInfo(5), C_GetTokenInfo(6), C_OpenSession(12),
		C_CloseSession(13), C_GetAttributeValue(24), C_FindObjectsInit(26), C_FindObjects(27), C_FindObjectsFinal(28);

		private final int place;

		Entry(int place) {
			this.place = place;
		}
	}

	/** Kept, as a library that nobody refers to is unloaded. */
	private final NativeLibrary library;
	private final Pointer functions;

	/**
	 * Loads and initializes a module, which then stays loaded: Java's provider uses it as well.
	 *
	 * @throws UnsatisfiedLinkError where the system cannot load it, or it is no such module
	 */
	Cryptoki(Path file) throws CryptokiException {
		library = NativeLibrary.getInstance(file.toString(), OPTIONS);
		var list = new PointerByReference();
		check("C_GetFunctionList",
				(NativeLong) library.getFunction("C_GetFunctionList").invoke(NativeLong.class, new Object[] { list }));
		functions = list.getValue();
		initialize();
	}

	/** CK_C_INITIALIZE_ARGS: four functions that are not given, the flags, and nothing. */
	private void initialize() throws CryptokiException {
		var arguments = room(5L * POINTER + ULONG);
		arguments.setNativeLong(4L * POINTER, new NativeLong(OS_LOCKING_OK));
		try {
			call(Entry.C_Initialize, arguments);
		} catch (CryptokiException e) {
			if (!e.is(CryptokiException.CKR_CRYPTOKI_ALREADY_INITIALIZED)) {
				throw e;
			}
		}
	}

	/** Calls a function; numbers among the arguments are passed as CK_ULONG. */
	void call(Entry entry, Object... arguments) throws CryptokiException {
		var function = Function.getFunction(functions.getPointer(FIRST_FUNCTION + (long) entry.place * POINTER));
		var passed = new Object[arguments.length];
		for (int i = 0; i < passed.length; i++) {
			passed[i] = arguments[i] instanceof Long number ? new NativeLong(number, true) : arguments[i];
		}
		check(entry.name(), (NativeLong) function.invoke(NativeLong.class, passed));
	}

	private static void check(String function, NativeLong answer) throws CryptokiException {
		if (answer.longValue() != 0) {
			throw new CryptokiException(function, answer.longValue());
		}
	}

	/** Room for a structure, empty. */
	static Memory room(long size) {
		var room = new Memory(size);
		room.clear();
		return room;
	}

	/** A CK_ULONG in a structure. */
	static long number(Pointer structure, long offset) {
		return ULONG == Long.BYTES ? structure.getLong(offset) : Integer.toUnsignedLong(structure.getInt(offset));
	}

	/** A text in a structure, which is filled with spaces. */
	static String text(Pointer structure, long offset, int length) {
		return new String(structure.getByteArray(offset, length), StandardCharsets.UTF_8).strip();
	}
}
