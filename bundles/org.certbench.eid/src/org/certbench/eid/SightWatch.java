package org.certbench.eid;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.certbench.eid.CardProvider.Watch;

/**
 * Tells when what can be seen of readers and cards changes. It looks several times in a second
 * instead of waiting for the events of a system or a module: those remember what was before, or end
 * with the service. There is a thread only while somebody watches. Thread-safe.
 */
public final class SightWatch {

	private static final long PERIOD_MILLIS = 400;

	private final Object nothing;
	private final Supplier<?> look;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private Optional<CountDownLatch> end = Optional.empty();

	/**
	 * @param nothing what is known before anybody has looked
	 * @param look    gives what can be seen now, of a type with value equality; it never fails
	 */
	public <T> SightWatch(T nothing, Supplier<T> look) {
		this.nothing = nothing;
		this.look = look;
	}

	/** Tells from now on, from a thread of its own; returns at once. */
	public synchronized Watch add(Runnable changed) {
		Runnable listener = changed::run;
		listeners.add(listener);
		if (end.isEmpty()) {
			var ended = new CountDownLatch(1);
			end = Optional.of(ended);
			Thread.ofPlatform().daemon().name("card readers").start(() -> look(ended));
		}
		return () -> remove(listener);
	}

	private synchronized void remove(Runnable listener) {
		listeners.remove(listener);
		if (listeners.isEmpty()) {
			end.ifPresent(CountDownLatch::countDown);
			end = Optional.empty();
		}
	}

	private void look(CountDownLatch ended) {
		var before = nothing;
		try {
			do {
				Object now = look.get();
				if (!now.equals(before)) {
					before = now;
					listeners.forEach(Runnable::run);
				}
			} while (!ended.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
