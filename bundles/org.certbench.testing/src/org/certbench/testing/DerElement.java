package org.certbench.testing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An element of a DER file, as tag, length and content. Octet strings that hold DER themselves are looked into,
 * as PKCS#12 is made of them.
 *
 * @param start  where its tag is
 * @param from   where its content begins
 * @param to     where its content ends
 * @param parent the one around it, or null
 */
record DerElement(int start, int from, int to, DerElement parent) {

	private static final int OCTET_STRING = 0x04;
	private static final int CONSTRUCTED = 0x20;

	/** All of them, at whatever depth, each before those inside of it. */
	static List<DerElement> all(byte[] der) {
		var elements = new ArrayList<DerElement>();
		read(der, 0, der.length, null, elements);
		return elements;
	}

	/** @return whether the whole stretch is made of elements */
	private static boolean read(byte[] der, int start, int end, DerElement parent, List<DerElement> elements) {
		var found = new ArrayList<DerElement>();
		int at = start;
		while (at < end) {
			if (at + 2 > end || der[at] == 0) {
				return false;
			}
			int bytesOfLength = der[at + 1] >= 0 ? 0 : der[at + 1] & 0x7f;
			int from = at + 2 + bytesOfLength;
			if (bytesOfLength > 3 || from > end) {
				return false;
			}
			int length = der[at + 1];
			if (bytesOfLength > 0) {
				length = 0;
				for (int i = 0; i < bytesOfLength; i++) {
					length = length << 8 | der[at + 2 + i] & 0xff;
				}
			}
			if (length < 0 || length > end - from) {
				return false;
			}
			var element = new DerElement(at, from, from + length, parent);
			found.add(element);
			if ((der[at] & CONSTRUCTED) != 0 || der[at] == OCTET_STRING) {
				read(der, from, from + length, element, found);
			}
			at = from + length;
		}
		elements.addAll(found);
		return true;
	}

	byte[] whole(byte[] der) {
		return Arrays.copyOfRange(der, start, to);
	}

	byte[] content(byte[] der) {
		return Arrays.copyOfRange(der, from, to);
	}

	/** The file with something else in the place of this element, and right lengths around it. */
	byte[] replaced(byte[] der, byte[] instead) {
		if (parent == null) {
			return Mutations.replaced(der, start, to, instead);
		}
		byte[] content = Mutations.replaced(parent.content(der), start - parent.from, to - parent.from, instead);
		return parent.replaced(der, encoded(der[parent.start], content));
	}

	static byte[] encoded(byte tag, byte[] content) {
		var out = new ByteArrayOutputStream(content.length + 5);
		out.write(tag);
		if (content.length < 0x80) {
			out.write(content.length);
		} else {
			out.write(0x83);
			out.write(content.length >> 16);
			out.write(content.length >> 8);
			out.write(content.length);
		}
		out.writeBytes(content);
		return out.toByteArray();
	}
}
