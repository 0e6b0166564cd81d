package org.certbench.life;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.certbench.core.ProblemException;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;

/**
 * A whole life in which nothing goes wrong: how everything was before each phase, so that the phase can be
 * lived again as often as one likes, and what it leaves behind.
 */
final class LifeWithoutFaults {

	/** What the calls of a phase leave behind, in order; how a step went is only told, and left out. */
	static final class Recorder implements Faults {

		private final List<String> calls = new ArrayList<>();

		List<String> calls() {
			return calls;
		}

		@Override
		public void on(String call, boolean made) {
			if (made && !call.contains("Journal.write STEP_") && !call.equals("Keystores.create")) {
				calls.add(call);
			}
		}
	}

	private final Path copies;
	private final Path computer;
	private final Path authority;
	private final Map<Phase, List<String>> calls = new LinkedHashMap<>();

	/**
	 * Lives it.
	 *
	 * @param copies   where everything is kept as it was before each phase
	 * @param computer where the product is, always: the journal names files by their whole path; must exist
	 */
	LifeWithoutFaults(Path copies, Path computer) throws ProblemException {
		this.copies = copies;
		this.computer = computer;
		this.authority = copies.resolve("authority");
		try (var installation = installation(Faults.NONE)) {
			installation.simulator().change(SimulatorSettings.DEFAULT.withBackdating(Backdating.NEXT));
		}
		for (var phase : Phase.values()) {
			Folders.copy(computer, before(phase).resolve("computer"));
			Folders.copy(authority, before(phase).resolve("authority"));
			var recorder = new Recorder();
			try (var installation = installation(recorder)) {
				phase.goOn(installation);
			}
			calls.put(phase, recorder.calls());
		}
	}

	/** The calls of each phase. */
	Map<Phase, List<String>> calls() {
		return calls;
	}

	/** Makes everything as it was before a phase. */
	void goBackTo(Phase phase) {
		Folders.empty(computer);
		Folders.copyContent(before(phase).resolve("computer"), computer);
		Folders.empty(authority);
		Folders.copyContent(before(phase).resolve("authority"), authority);
	}

	/** The product as it is now. */
	Installation installation(Faults faults) throws ProblemException {
		return new Installation(computer, authority, faults);
	}

	private Path before(Phase phase) {
		return copies.resolve("before-" + phase);
	}
}
