package org.certbench.ui.doctor.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.Progress;
import org.certbench.doctor.Diagnosis;
import org.certbench.doctor.Doctor;

/** Sees in each of its checks what a test wrote, one check each time that the test lets it go on. */
final class ScriptedDoctor implements Doctor {

	static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

	/** Of each look that was begun. */
	final List<Environment> begun = new CopyOnWriteArrayList<>();
	/** Of each look that was stopped. */
	final List<Environment> stopped = new CopyOnWriteArrayList<>();
	private volatile List<List<Observation>> script;
	private final Semaphore turns = new Semaphore(0);

	@SafeVarargs
	ScriptedDoctor(List<Observation>... script) {
		this.script = List.of(script);
	}

	/** Something changed: from now on it sees this, in the same checks. */
	@SafeVarargs
	final void sees(List<Observation>... changed) {
		script = List.of(changed);
	}

	/** Lets it make so many checks. */
	ScriptedDoctor goOn(int steps) {
		turns.release(steps);
		return this;
	}

	@Override
	public List<Check> checks() {
		return Arrays.asList("Computer and Java", "Identity cards", "Network and clock").subList(0, script.size()).stream()
				.map(name -> new Check(name, name)).toList();
	}

	@Override
	public Diagnosis examine(Environment environment, Progress progress, Consumer<Diagnosis.Part> seen) throws Cancelled {
		begun.add(environment);
		var parts = new ArrayList<Diagnosis.Part>();
		for (int i = 0; i < script.size(); i++) {
			awaitTurn(environment, progress);
			parts.add(new Diagnosis.Part(checks().get(i), script.get(i)));
			seen.accept(parts.getLast());
		}
		return new Diagnosis(environment, NOW, parts);
	}

	private void awaitTurn(Environment environment, Progress progress) throws Cancelled {
		try {
			while (!turns.tryAcquire(20, TimeUnit.MILLISECONDS)) {
				progress.checkCancelled();
			}
		} catch (Cancelled e) {
			stopped.add(environment);
			throw e;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Cancelled();
		}
	}
}
