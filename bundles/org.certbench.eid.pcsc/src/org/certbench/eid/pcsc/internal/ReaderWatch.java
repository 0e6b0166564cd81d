package org.certbench.eid.pcsc.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

import org.certbench.eid.CardProvider.Watch;

/**
 * Tells when the service, readers or cards come or go. It looks several times in a second instead of
 * waiting for the system's own events: those remember what was before, and end with the service.
 * There is a thread only while somebody watches. Thread-safe.
 */
public final class ReaderWatch {

	private static final long PERIOD_MILLIS = 400;

	private final Terminals terminals;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private Optional<CountDownLatch> end = Optional.empty();

	public ReaderWatch(Terminals terminals) {
		this.terminals = terminals;
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

	/** Whoever watches has looked, or will: until then there was nothing. */
	private void look(CountDownLatch ended) {
		var before = new Sight(true, Map.of());
		try {
			do {
				var now = see();
				if (!now.equals(before)) {
					before = now;
					listeners.forEach(Runnable::run);
				}
			} while (!ended.await(PERIOD_MILLIS, TimeUnit.MILLISECONDS));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * What can be seen.
	 *
	 * @param served  whether the service answers
	 * @param readers whether there is a card in each
	 */
	private record Sight(boolean served, Map<String, Boolean> readers) {
	}

	private Sight see() {
		try {
			var readers = new HashMap<String, Boolean>();
			terminals.list().forEach(terminal -> readers.put(terminal.getName(), hasCard(terminal)));
			return new Sight(true, readers);
		} catch (org.certbench.eid.CardException e) {
			return new Sight(false, Map.of());
		}
	}

	private static boolean hasCard(CardTerminal terminal) {
		try {
			return terminal.isCardPresent();
		} catch (CardException gone) {
			return false;
		}
	}
}
