package org.certbench.ui.wizard.internal;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.certbench.core.Environment;
import org.certbench.eid.CardException;
import org.certbench.eid.CardProvider;
import org.certbench.eid.CardProviders;
import org.certbench.eid.CardReader;

/** Readers whose cards come and go as a test likes. */
final class FakeReaders implements CardProvider, CardProviders {

	private final List<CardReader> readers = new CopyOnWriteArrayList<>();
	private volatile CardException failure;
	private final List<Runnable> watchers = new CopyOnWriteArrayList<>();

	void insert(FakeCard card) {
		readers.add(card);
		watchers.forEach(Runnable::run);
	}

	void remove(FakeCard card) {
		readers.remove(card);
		watchers.forEach(Runnable::run);
	}

	/** No reader can be reached for that reason, or from now on they can where there is none. */
	void failWith(CardException reason) {
		failure = reason;
		watchers.forEach(Runnable::run);
	}

	/** How many look whether cards come or go. */
	int watchers() {
		return watchers.size();
	}

	@Override
	public Set<Environment> environments() {
		return EnumSet.allOf(Environment.class);
	}

	@Override
	public List<CardReader> readers() throws CardException {
		if (failure != null) {
			throw failure;
		}
		return List.copyOf(readers);
	}

	@Override
	public Watch watch(Runnable changed) {
		watchers.add(changed);
		return () -> watchers.remove(changed);
	}

	@Override
	public List<Description> installed() {
		return List.of(new Description("fake", "Fake"));
	}

	@Override
	public CardProvider provider(String id) {
		return this;
	}
}
