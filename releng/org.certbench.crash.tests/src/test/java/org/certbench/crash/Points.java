package org.certbench.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * At how many instants of a flow it is killed: system property {@code crash.points}, a number or
 * {@code all}. A sample is spread over the whole flow: one instant out of each of as many parts, chosen by
 * {@code crash.seed}, which stands in the report. Without one it is the same in every build, so that a build
 * fails by its own change only.
 */
record Points(String wanted, long seed) {

	private static final String ALL = "all";
	/** As many processes beside each other as the usual machine of a continuous build has processors. */
	private static final int LANES = Integer.getInteger("crash.lanes", 2);

	/** Kills once. */
	@FunctionalInterface
	interface Killing {
		Outcome at(int instant) throws IOException;
	}

	static Points configured() {
		return new Points(System.getProperty("crash.points", "5"), Long.getLong("crash.seed", 1));
	}

	/** The numbers of the instants, from 1. */
	List<Integer> chooseFrom(List<String> instants) {
		int size = instants.size();
		int parts = wanted.equals(ALL) ? size : Math.min(size, Integer.parseInt(wanted));
		var random = new Random(seed);
		return IntStream.range(0, parts).map(part -> {
			int first = (int) ((long) part * size / parts);
			int next = (int) ((part + 1L) * size / parts);
			return 1 + first + random.nextInt(next - first);
		}).boxed().toList();
	}

	/** Kills at each, several beside each other; in the order of the instants. */
	static List<Outcome> killAtAll(List<Integer> instants, Killing killing) throws IOException {
		try (var lanes = Executors.newFixedThreadPool(LANES)) {
			var running = new ArrayList<Future<Outcome>>();
			instants.forEach(instant -> running.add(lanes.submit(() -> killing.at(instant))));
			var outcomes = new ArrayList<Outcome>();
			for (var each : running) {
				outcomes.add(each.get());
			}
			return outcomes;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		} catch (ExecutionException e) {
			throw new IOException(e.getCause());
		}
	}
}
