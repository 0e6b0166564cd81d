package org.certbench.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Kills flows at the chosen points, several beside each other, while those that follow are prepared. */
final class Campaign implements AutoCloseable {

	/** As many processes beside each other as the usual machine of a continuous build has processors. */
	private static final int LANES = Integer.getInteger("crash.lanes", 2);

	private final Harness harness;
	private final Points points;
	private final ExecutorService preparation = Executors.newSingleThreadExecutor();
	private final ExecutorService lanes = Executors.newFixedThreadPool(LANES);
	private final Map<Flow, Future<Running>> running = new HashMap<>();

	/** A flow that is being killed, at one instant after the other. */
	private record Running(Prepared prepared, List<Future<Outcome>> outcomes) {
	}

	/** What came of killing a flow, in the order of the instants. */
	record Result(Prepared prepared, List<Outcome> outcomes) {
	}

	Campaign(Harness harness, Points points) {
		this.harness = harness;
		this.points = points;
	}

	/** Begins to prepare and to kill a flow, as soon as those that were begun before leave time for it. */
	void begin(Flow flow) {
		running.put(flow, preparation.submit(() -> {
			var prepared = harness.prepare(flow);
			var outcomes = points.chooseFrom(prepared.instants()).stream()
					.map(instant -> lanes.submit((Callable<Outcome>) () -> harness.killAt(instant, prepared))).toList();
			return new Running(prepared, outcomes);
		}));
	}

	/** Waits for what comes of a flow that was begun. */
	Result await(Flow flow) throws IOException {
		var killed = get(running.get(flow));
		var outcomes = new ArrayList<Outcome>();
		for (var each : killed.outcomes()) {
			outcomes.add(get(each));
		}
		return new Result(killed.prepared(), outcomes);
	}

	private static <T> T get(Future<T> future) throws IOException {
		try {
			return future.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(e);
		} catch (ExecutionException e) {
			throw new IOException(e.getCause());
		}
	}

	@Override
	public void close() {
		preparation.shutdownNow();
		lanes.shutdownNow();
	}
}
