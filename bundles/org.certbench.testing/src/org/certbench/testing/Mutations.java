package org.certbench.testing;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Broken variants of good files and messages, the same in every run: how many is told by the property
 * {@code certbench.mutations}, with which of them it begins by {@code certbench.mutations.first}. One alone can
 * be made again by its number.
 */
public final class Mutations {

	private static final int IN_EVERY_BUILD = 2000;
	/** Bytes that lengths, tags and texts are most sensitive to. */
	private static final int[] ODD_BYTES = { 0, 1, 0x7f, 0x80, 0x81, 0x84, 0x88, 0xff, 0x24, 0x30, 0x31, 0xa0, '<', '>', '&', '"' };

	private final Random random;

	private Mutations(long number) {
		random = new Random(number);
	}

	/** What is done with each variant. */
	@FunctionalInterface
	public interface Trial {
		void with(byte[] variant) throws Exception;
	}

	/**
	 * Tries as many variants of one original as a build has time for.
	 *
	 * @param share of how many: of several originals or parts, each takes its own
	 */
	public static void ofBytes(byte[] original, double share, Trial trial) {
		each(share, trial, mutations -> mutations.broken(original));
	}

	/** The same, where the original is DER: also its elements are cut, doubled, renamed, moved. */
	public static void ofDer(byte[] original, double share, Trial trial) {
		var elements = DerElement.all(original);
		each(share, trial, mutations -> mutations.random.nextInt(3) == 0 ? mutations.broken(original)
				: mutations.restructured(original, elements));
	}

	/** The same, where the original is XML: also its tags and attributes are cut, doubled, moved. */
	public static void ofXml(byte[] original, double share, Trial trial) {
		var parts = MarkupPart.all(original);
		each(share, trial, mutations -> mutations.random.nextInt(3) == 0 ? mutations.broken(original)
				: mutations.moved(original, parts));
	}

	private interface Making {
		byte[] variant(Mutations mutations);
	}

	private static void each(double share, Trial trial, Making making) {
		long first = Long.getLong("certbench.mutations.first", 0);
		long count = Math.max(1, Math.round(share * Integer.getInteger("certbench.mutations", IN_EVERY_BUILD)));
		for (long number = first; number < first + count; number++) {
			byte[] variant = making.variant(new Mutations(number));
			try {
				trial.with(variant);
			} catch (Throwable e) {
				throw new AssertionError("mutation " + number + ": " + e, e);
			}
		}
	}

	/** One to four changes of single bytes or of stretches. */
	private byte[] broken(byte[] original) {
		byte[] bytes = original;
		for (int i = random.nextInt(4); i >= 0; i--) {
			bytes = brokenOnce(bytes);
		}
		return bytes;
	}

	private byte[] brokenOnce(byte[] bytes) {
		if (bytes.length == 0) {
			return new byte[] { oddByte() };
		}
		int from = random.nextInt(bytes.length);
		int to = Math.min(bytes.length, from + 1 + random.nextInt(64));
		return switch (random.nextInt(7)) {
			case 0 -> with(bytes, from, (byte) (bytes[from] ^ 1 << random.nextInt(8)));
			case 1 -> with(bytes, from, oddByte());
			case 2 -> with(bytes, from, (byte) random.nextInt());
			case 3 -> Arrays.copyOf(bytes, from);
			case 4 -> replaced(bytes, from, to, new byte[0]);
			case 5 -> replaced(bytes, from, from, Arrays.copyOfRange(bytes, from, to));
			default -> replaced(bytes, from, from, randomBytes(1 + random.nextInt(8)));
		};
	}

	/** Changes an element; all around it fit, so that the change is met deep inside. */
	private byte[] restructured(byte[] original, List<DerElement> elements) {
		var element = elements.get(random.nextInt(elements.size()));
		var other = elements.get(random.nextInt(elements.size()));
		byte[] whole = element.whole(original);
		byte[] instead = switch (random.nextInt(8)) {
			case 0 -> new byte[0];
			case 1 -> joined(whole, whole);
			case 2 -> other.whole(original);
			case 3 -> joined(new byte[] { oddByte() }, Arrays.copyOfRange(whole, 1, whole.length));
			case 4 -> DerElement.encoded(whole[0], randomBytes(random.nextInt(20)));
			case 5 -> DerElement.encoded(whole[0], new byte[0]);
			case 6 -> DerElement.encoded((byte) 0x30, whole);
			default -> DerElement.encoded(whole[0], broken(element.content(original)));
		};
		return element.replaced(original, instead);
	}

	/** Cuts, doubles, replaces or moves a tag or a text. */
	private byte[] moved(byte[] original, List<MarkupPart> parts) {
		var part = parts.get(random.nextInt(parts.size()));
		var other = parts.get(random.nextInt(parts.size()));
		byte[] own = Arrays.copyOfRange(original, part.from(), part.to());
		byte[] foreign = Arrays.copyOfRange(original, other.from(), other.to());
		byte[] instead = switch (random.nextInt(6)) {
			case 0 -> new byte[0];
			case 1 -> joined(own, own);
			case 2 -> foreign;
			case 3 -> joined(own, foreign);
			case 4 -> broken(own);
			default -> joined(foreign, own);
		};
		return replaced(original, part.from(), part.to(), instead);
	}

	private byte oddByte() {
		return (byte) ODD_BYTES[random.nextInt(ODD_BYTES.length)];
	}

	private byte[] randomBytes(int length) {
		byte[] bytes = new byte[length];
		random.nextBytes(bytes);
		return bytes;
	}

	private static byte[] with(byte[] bytes, int place, byte value) {
		byte[] changed = bytes.clone();
		changed[place] = value;
		return changed;
	}

	private static byte[] joined(byte[] one, byte[] other) {
		return replaced(one, one.length, one.length, other);
	}

	static byte[] replaced(byte[] bytes, int from, int to, byte[] instead) {
		var out = new ByteArrayOutputStream(bytes.length + instead.length);
		out.write(bytes, 0, from);
		out.writeBytes(instead);
		out.write(bytes, to, bytes.length - to);
		return out.toByteArray();
	}

	/** A tag or a text between tags. */
	private record MarkupPart(int from, int to) {

		static List<MarkupPart> all(byte[] xml) {
			var parts = new ArrayList<MarkupPart>();
			int from = 0;
			for (int at = 1; at < xml.length; at++) {
				if (xml[at] == '<' || xml[at - 1] == '>' || xml[at] == ' ') {
					parts.add(new MarkupPart(from, at));
					from = at;
				}
			}
			parts.add(new MarkupPart(from, xml.length));
			return parts;
		}
	}
}
