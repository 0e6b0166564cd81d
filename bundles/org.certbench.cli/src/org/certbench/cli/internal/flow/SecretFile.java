package org.certbench.cli.internal.flow;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.Set;

import org.certbench.cli.UsageException;
import org.certbench.core.Secret;
import org.certbench.core.Texts;

/**
 * A file that holds a secret in its first line, in UTF-8; the mark with which programs of Windows begin such
 * a file is no part of it. One that others can read is refused, where the file system knows who can.
 */
public final class SecretFile {

	private static final Texts TEXTS = Texts.of(SecretFile.class);
	private static final int LONGEST = 4096;
	/** U+FEFF in UTF-8. */
	private static final byte[] MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };
	private static final Set<PosixFilePermission> OTHERS = Set.of(PosixFilePermission.GROUP_READ,
			PosixFilePermission.OTHERS_READ);

	private SecretFile() {
	}

	/** The secret in a file. */
	public static Secret read(Path file) throws UsageException {
		check(file);
		var bytes = new byte[LONGEST];
		try (var input = Files.newInputStream(file)) {
			var secret = firstLine(bytes, readFully(input, bytes));
			if (secret.isEmpty()) {
				throw new UsageException(TEXTS.get("secret.empty", file), TEXTS.get("secret.firstLine"));
			}
			return secret;
		} catch (IOException e) {
			throw unreadable(file);
		} finally {
			Arrays.fill(bytes, (byte) 0);
		}
	}

	/** Makes sure that a file can be read, and by nobody else. */
	static void check(Path file) throws UsageException {
		if (!Files.isReadable(file) || Files.isDirectory(file)) {
			throw unreadable(file);
		}
		try {
			if (file.getFileSystem().supportedFileAttributeViews().contains("posix")
					&& Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS::contains)) {
				throw new UsageException(TEXTS.get("secret.readableByOthers", file), TEXTS.get("secret.protect", file));
			}
		} catch (IOException e) {
			throw unreadable(file);
		}
	}

	private static UsageException unreadable(Path file) {
		return new UsageException(TEXTS.get("secret.unreadable", file), TEXTS.get("secret.firstLine"));
	}

	private static int readFully(InputStream input, byte[] bytes) throws IOException {
		int length = 0;
		for (int read = 0; read >= 0 && length < bytes.length; length += Math.max(read, 0)) {
			read = input.read(bytes, length, bytes.length - length);
		}
		return length;
	}

	private static Secret firstLine(byte[] bytes, int length) throws CharacterCodingException {
		int begin = Arrays.mismatch(bytes, MARK) == MARK.length ? MARK.length : 0;
		int end = begin;
		while (end < length && bytes[end] != '\n' && bytes[end] != '\r') {
			end++;
		}
		CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, begin, end - begin));
		var secret = Secret.taking(Arrays.copyOfRange(text.array(), 0, text.limit()));
		Arrays.fill(text.array(), '\0');
		return secret;
	}
}
