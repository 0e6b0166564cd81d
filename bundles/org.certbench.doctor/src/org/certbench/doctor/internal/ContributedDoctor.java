package org.certbench.doctor.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

import org.certbench.authority.Authorities;
import org.certbench.core.Cancelled;
import org.certbench.core.Contributions;
import org.certbench.core.DataFolder;
import org.certbench.core.Environment;
import org.certbench.core.OperatingSystem;
import org.certbench.core.Progress;
import org.certbench.doctor.Diagnosis;
import org.certbench.doctor.Doctor;
import org.certbench.doctor.Machine;
import org.certbench.doctor.MachineCheck;
import org.certbench.eid.CardProviders;
import org.certbench.inventory.Inventory;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Looks by the checks that bundles contribute. */
@Component
public final class ContributedDoctor implements Doctor {

	static final String EXTENSION_POINT = "org.certbench.doctor.checks";

	private final Examination examination;
	private final DataFolder data;
	private final Inventory inventory;
	private final CardProviders cards;
	private final Authorities authorities;
	private final InstantSource clock;

	@Activate
	public ContributedDoctor(@Reference IExtensionRegistry registry, @Reference DataFolder data,
			@Reference Inventory inventory, @Reference CardProviders cards, @Reference Authorities authorities,
			@Reference InstantSource clock) {
		this.examination = new Examination(Contributions.read(registry, EXTENSION_POINT, MachineCheck.class).all().stream()
				.map(each -> new Examination.Step(new Check(each.id(), each.name()), each::instance)).toList());
		this.data = data;
		this.inventory = inventory;
		this.cards = cards;
		this.authorities = authorities;
		this.clock = clock;
	}

	@Override
	public List<Check> checks() {
		return examination.checks();
	}

	@Override
	public Diagnosis examine(Environment environment, Progress progress, Consumer<Diagnosis.Part> seen) throws Cancelled {
		var machine = new Machine(OperatingSystem.current(), environment, clock, data.path(),
				inventory.keystoreFolder(environment), cards, authorities);
		return examination.of(machine, progress, seen);
	}
}
