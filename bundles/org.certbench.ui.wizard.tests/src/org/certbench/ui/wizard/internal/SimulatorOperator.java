package org.certbench.ui.wizard.internal;

import org.certbench.ehealth.simulator.SimulatedRequest;
import org.certbench.ehealth.simulator.Simulator;
import org.certbench.ehealth.simulator.SimulatorControl;
import org.certbench.ehealth.simulator.SimulatorException;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuing;
import org.certbench.ehealth.simulator.Simulators;
import org.certbench.ui.driver.Operator;

/** Operates the simulator that the workbench of this process serves. */
final class SimulatorOperator implements Operator {

	private final Simulators simulators;
	private SimulatorControl simulator;

	/** What is asked of a simulator. */
	@FunctionalInterface
	private interface Wish<T> {
		T grant() throws SimulatorException;
	}

	SimulatorOperator() {
		simulators = Workbench.service(Simulators.class);
		simulator = granted(() -> simulators.control(simulators.usualFolder()));
	}

	@Override
	public void issueByHand() {
		change(SimulatorSettings.DEFAULT.withIssuing(Issuing.BY_HAND).withBackdating(Backdating.ALWAYS));
	}

	@Override
	public void issueAtOnce() {
		change(SimulatorSettings.DEFAULT);
	}

	@Override
	public void issue() {
		granted(() -> {
			for (var request : simulator.requests()) {
				if (request.stage() == SimulatedRequest.Stage.AWAITS_ISSUING) {
					simulator.issue(request.key());
				}
			}
			return null;
		});
	}

	@Override
	public void goAway() {
		((Simulator) simulator).close();
	}

	@Override
	public void comeBack() {
		int port = simulator.address().getPort();
		simulator = granted(() -> simulators.serve(simulators.usualFolder(), port));
	}

	@Override
	public int requests() {
		return granted(() -> simulator.requests().size());
	}

	private void change(SimulatorSettings settings) {
		granted(() -> {
			simulator.change(settings);
			return null;
		});
	}

	private static <T> T granted(Wish<T> wish) {
		try {
			return wish.grant();
		} catch (SimulatorException e) {
			throw new AssertionError(e);
		}
	}
}
