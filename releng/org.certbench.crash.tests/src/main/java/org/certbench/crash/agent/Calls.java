package org.certbench.crash.agent;

import java.util.Set;

import org.objectweb.asm.Opcodes;

/**
 * Tells which calls leave something behind, on disk or at the service. Of {@link java.nio.file.Files}
 * those that only read are named, so that whatever is used tomorrow is a point by itself; other ways to
 * write files are refused, so that none stays unseen.
 */
final class Calls {

	/** What the weaver does with a call. */
	enum Treatment {
		/** It leaves nothing behind. */
		LEAVE,
		/** A point before it. */
		POINT,
		/** A method of the same name in the runtime does it, with points inside of it. */
		REPLACE,
		/** A point before it, and one when the answer has come. */
		EXCHANGE,
		/** An exchange whose answer comes later. */
		LATER_EXCHANGE
	}

	private static final String FILES = "java/nio/file/Files";

	private static final Set<String> READING = Set.of("exists", "getAttribute", "getFileAttributeView", "getFileStore",
			"getLastModifiedTime", "getOwner", "getPosixFilePermissions", "isDirectory", "isExecutable", "isHidden",
			"isReadable", "isRegularFile", "isSameFile", "isSymbolicLink", "isWritable", "lines", "list", "mismatch",
			"newBufferedReader", "newDirectoryStream", "newInputStream", "notExists", "probeContentType", "readAllBytes",
			"readAllLines", "readAttributes", "readString", "readSymbolicLink", "size", "walk", "walkFileTree", "find");

	private static final Set<String> REPLACED = Set.of("write", "writeString", "newOutputStream", "newBufferedWriter",
			"newByteChannel", "copy", "move", "createLink", "createDirectory", "createDirectories");

	private static final Set<String> UNSEEN_WRITERS = Set.of("java/io/FileOutputStream", "java/io/FileWriter",
			"java/io/RandomAccessFile", "java/nio/channels/AsynchronousFileChannel");

	private static final Set<String> UNSEEN_CHANGES = Set.of("createNewFile", "createTempFile", "delete", "deleteOnExit",
			"mkdir", "mkdirs", "renameTo");

	private Calls() {
	}

	/**
	 * What a call is.
	 *
	 * @throws UnsupportedOperationException where it writes in a way that has no points
	 */
	static Treatment of(int opcode, String owner, String name) {
		if (UNSEEN_WRITERS.contains(owner) || owner.equals("java/io/File") && UNSEEN_CHANGES.contains(name)) {
			throw new UnsupportedOperationException(
					"%s.%s has no crash point: write by java.nio.file.Files or FileChannel".formatted(owner, name));
		}
		return switch (owner) {
			case FILES -> ofFiles(name);
			case "java/nio/channels/FileChannel" -> ofChannel(name);
			case "java/net/http/HttpClient" -> switch (name) {
				case "send" -> Treatment.EXCHANGE;
				case "sendAsync" -> Treatment.LATER_EXCHANGE;
				default -> Treatment.LEAVE;
			};
			case "java/lang/ProcessBuilder" -> name.equals("start") ? Treatment.EXCHANGE : Treatment.LEAVE;
			case "jakarta/mail/Transport" -> opcode != Opcodes.INVOKESPECIAL && name.startsWith("send") ? Treatment.EXCHANGE
					: Treatment.LEAVE;
			default -> Treatment.LEAVE;
		};
	}

	private static Treatment ofFiles(String name) {
		if (READING.contains(name)) {
			return Treatment.LEAVE;
		}
		return REPLACED.contains(name) ? Treatment.REPLACE : Treatment.POINT;
	}

	private static Treatment ofChannel(String name) {
		return switch (name) {
			case "open", "write", "force", "truncate" -> Treatment.REPLACE;
			case "transferFrom" -> Treatment.POINT;
			default -> Treatment.LEAVE;
		};
	}
}
