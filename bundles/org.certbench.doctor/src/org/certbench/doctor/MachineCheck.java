package org.certbench.doctor;

import java.util.List;

import org.certbench.core.Observation;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;

/**
 * Looks at one thing of this computer that the program needs (M34). Contributed to the extension point
 * {@code org.certbench.doctor.checks}; made once, by its no-argument constructor. Stateless and
 * thread-safe.
 */
@FunctionalInterface
public interface MachineCheck {

	/**
	 * Looks, as things are now. May take seconds; never in the UI thread. Changes nothing, and asks the
	 * person nothing.
	 *
	 * @param progress told what is looked at
	 * @return in the order in which one would read it: what others depend on first
	 * @throws ProblemException where it could not look; that becomes an observation, and the other checks
	 *                          go on
	 */
	List<Observation> look(Machine machine, Progress progress) throws ProblemException;
}
