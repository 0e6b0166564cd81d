package org.certbench.doctor.internal;

import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.doctor.Diagnosis;
import org.certbench.doctor.Doctor.Check;
import org.certbench.doctor.Machine;
import org.certbench.doctor.MachineCheck;

/** One check after the other. Whatever happens in one, the others are not hidden by it. */
final class Examination {

	private static final System.Logger LOGGER = System.getLogger(Examination.class.getName());
	private static final Texts TEXTS = Texts.of(Examination.class);

	private final List<Step> steps;

	/** @param looking made when it is first needed */
	record Step(Check check, Supplier<MachineCheck> looking) {
	}

	Examination(List<Step> steps) {
		this.steps = List.copyOf(steps);
	}

	List<Check> checks() {
		return steps.stream().map(Step::check).toList();
	}

	/** @param seen told each part as soon as it was looked at */
	Diagnosis of(Machine machine, Progress progress, Consumer<Diagnosis.Part> seen) throws Cancelled {
		var parts = new ArrayList<Diagnosis.Part>();
		for (var step : steps) {
			progress.checkCancelled();
			progress.doing(step.check().name());
			var part = new Diagnosis.Part(step.check(), look(step, machine, progress));
			parts.add(part);
			seen.accept(part);
		}
		return new Diagnosis(machine.environment(), machine.clock().instant(), parts);
	}

	private static List<Observation> look(Step step, Machine machine, Progress progress) throws Cancelled {
		var check = step.check();
		try {
			return step.looking().get().look(machine, progress);
		} catch (Cancelled e) {
			throw e;
		} catch (ProblemException e) {
			return List.of(Observation.lacking(check.id(), check.name(), e));
		} catch (RuntimeException | LinkageError e) {
			LOGGER.log(Level.ERROR, "the check " + check.id() + " failed", e);
			return List.of(Observation.lacking(check.id(), check.name(), TEXTS.get("failed"),
					TEXTS.get("failed.remedy"), ""));
		}
	}
}
