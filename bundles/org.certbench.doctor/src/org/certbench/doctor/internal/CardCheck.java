package org.certbench.doctor.internal;

import java.util.ArrayList;
import java.util.List;

import org.certbench.core.Cancelled;
import org.certbench.core.Observation;
import org.certbench.core.Progress;
import org.certbench.doctor.Machine;
import org.certbench.doctor.MachineCheck;

/** What each card provider needs and has: services, readers, cards, modules. */
public final class CardCheck implements MachineCheck {

	@Override
	public List<Observation> look(Machine machine, Progress progress) throws Cancelled {
		var seen = new ArrayList<Observation>();
		for (var installed : machine.cards().installed()) {
			progress.checkCancelled();
			seen.addAll(machine.cards().provider(installed.id()).check(machine.system(), progress));
		}
		return seen;
	}
}
