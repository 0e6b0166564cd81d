package org.certbench.guide.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.certbench.core.Progress;
import org.certbench.guide.FactSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Sources of facts come and go")
class SourcesTest {

	private final Sources sources = new Sources();
	private final AtomicInteger told = new AtomicInteger();

	@Test
	@DisplayName("who watches hears of those that were there, of those that come later, and of the coming itself")
	void heard() {
		var early = new Scripted("early");
		sources.add(early);
		var watch = sources.watch(told::incrementAndGet);
		assertEquals(0, told.get());
		early.tell();
		assertEquals(1, told.get());
		var late = new Scripted("late");
		sources.add(late);
		assertEquals(2, told.get());
		late.tell();
		assertEquals(3, told.get());
		assertEquals(List.of("early", "late"), sources.facts());

		watch.close();
		assertTrue(early.listeners.isEmpty() && late.listeners.isEmpty());
	}

	@Test
	@DisplayName("one that has gone is not asked, and nobody listens to it")
	void gone() throws Exception {
		var gone = new Scripted("gone");
		sources.add(gone);
		sources.watch(told::incrementAndGet);
		sources.remove(gone);
		sources.refresh(Progress.NONE);
		assertEquals(List.of(), sources.facts());
		assertTrue(gone.listeners.isEmpty() && gone.looks == 0);
	}

	@Test
	@DisplayName("all learn anew")
	void refreshed() throws Exception {
		var one = new Scripted("one");
		sources.add(one);
		sources.refresh(Progress.NONE);
		assertEquals(1, one.looks);
	}

	private static final class Scripted implements FactSource {

		private final String facts;
		private final List<Runnable> listeners = new ArrayList<>();
		private int looks;

		Scripted(String facts) {
			this.facts = facts;
		}

		void tell() {
			listeners.forEach(Runnable::run);
		}

		@Override
		public Object facts() {
			return facts;
		}

		@Override
		public void refresh(Progress progress) {
			looks++;
		}

		@Override
		public Watch watch(Runnable changed) {
			listeners.add(changed);
			return () -> listeners.remove(changed);
		}
	}
}
