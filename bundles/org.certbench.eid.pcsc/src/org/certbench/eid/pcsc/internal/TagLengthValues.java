package org.certbench.eid.pcsc.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The form of the identity and address files: one byte of tag, the length, the value; zeros may follow. */
final class TagLengthValues {

	/** A length byte of this value goes on in the next one. */
	private static final int LONGER = 0xFF;

	private final Map<Integer, byte[]> values = new HashMap<>();

	/**
	 * Reads a file.
	 *
	 * @throws IllegalArgumentException where it is not of that form
	 */
	TagLengthValues(byte[] file) {
		var rest = ByteBuffer.wrap(file);
		while (rest.remaining() >= 2) {
			int tag = rest.get() & 0xFF;
			int size = length(rest);
			if (size > rest.remaining()) {
				throw new IllegalArgumentException("tag %02X is longer than the file".formatted(tag));
			}
			if (tag == 0 && size == 0) {
				break;
			}
			var value = new byte[size];
			rest.get(value);
			values.putIfAbsent(tag, value);
		}
	}

	private static int length(ByteBuffer rest) {
		int length = 0;
		int next = LONGER;
		while (next == LONGER && rest.hasRemaining()) {
			next = rest.get() & 0xFF;
			length += next;
		}
		return length;
	}

	/**
	 * A text.
	 *
	 * @throws IllegalArgumentException where there is none
	 */
	String text(int tag) {
		var value = bytes(tag).orElseThrow(() -> new IllegalArgumentException("tag %02X is missing".formatted(tag)));
		return new String(value, StandardCharsets.UTF_8).strip();
	}

	/** What is not a text; nothing where there is none. */
	Optional<byte[]> bytes(int tag) {
		return Optional.ofNullable(values.get(tag)).map(byte[]::clone);
	}
}
