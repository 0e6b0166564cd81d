package org.certbench.crash;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * At how many instants of a flow it is killed: system property {@code crash.points}, a number or
 * {@code all}. A sample is spread over the whole flow: one instant out of each of as many parts, chosen by
 * {@code crash.seed}, which stands in the report. Without one it is the same in every build, so that a build
 * fails by its own change only.
 */
record Points(String wanted, long seed) {

	private static final String ALL = "all";
	private static final String FORCING = "FileChannel.force";

	static Points configured() {
		return new Points(System.getProperty("crash.points", "5"), Long.getLong("crash.seed", 1));
	}

	/** The numbers of the instants, from 1. */
	List<Integer> chooseFrom(List<String> instants) {
		var different = different(instants);
		int size = different.size();
		int parts = wanted.equals(ALL) ? size : Math.min(size, Integer.parseInt(wanted));
		var random = new Random(seed);
		return IntStream.range(0, parts).map(part -> {
			int first = (int) ((long) part * size / parts);
			int next = (int) ((part + 1L) * size / parts);
			return different.get(first + random.nextInt(next - first));
		}).boxed().toList();
	}

	/**
	 * Those that leave different things behind: what a killed process wrote is there, forced to disk or not, so
	 * that the instant after a forcing is that before it.
	 */
	static List<Integer> different(List<String> instants) {
		return IntStream.rangeClosed(1, instants.size())
				.filter(number -> number == 1 || !instants.get(number - 2).endsWith(FORCING)).boxed().toList();
	}
}
