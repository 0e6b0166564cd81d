package org.certbench.doctor.internal;

import java.util.ArrayList;
import java.util.List;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.Progress;
import org.certbench.core.Texts;
import org.certbench.doctor.Machine;
import org.certbench.doctor.MachineCheck;

/** Whether the authorities' services of the environment are reached, and have the same time. */
public final class NetworkCheck implements MachineCheck {

	private static final Texts TEXTS = Texts.of(NetworkCheck.class);

	@Override
	public List<Observation> look(Machine machine, Progress progress) throws Cancelled {
		var seen = new ArrayList<Observation>();
		boolean offered = false;
		for (var installed : machine.authorities().installed()) {
			var authority = machine.authorities().authority(installed.id());
			if (authority.environments().contains(machine.environment())) {
				offered = true;
				seen.addAll(authority.check(machine.environment(), machine.system(), progress));
			}
		}
		return offered ? seen
				: List.of(Observation.lacking("service", TEXTS.get("service"), TEXTS.get("service.none"),
						TEXTS.get("service.none.remedy"), "no-authority"));
	}
}
