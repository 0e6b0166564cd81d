package org.certbench.cli.simulator.internal;

import java.util.function.UnaryOperator;

import org.certbench.ehealth.simulator.SimulatorControl;
import org.certbench.ehealth.simulator.SimulatorException;
import org.certbench.ehealth.simulator.SimulatorSettings;
import org.certbench.ehealth.simulator.SimulatorSettings.Backdating;
import org.certbench.ehealth.simulator.SimulatorSettings.Issuer;

import picocli.CommandLine.Option;

/** How the simulator shall behave; what is left out stays as it was. */
final class SettingsOptions {

	@Option(names = "--issue", paramLabel = "at-once|by-hand|after:SECONDS", converter = Words.IssuingByWord.class)
	private UnaryOperator<SimulatorSettings> issuing;

	@Option(names = "--issuer", paramLabel = "rsa|ec", converter = Words.IssuerByWord.class)
	private Issuer issuer;

	@Option(names = "--manual-validation", negatable = true)
	private Boolean manualValidation;

	@Option(names = "--backdate", paramLabel = "never|next|always", arity = "0..1", fallbackValue = "always",
			converter = Words.BackdatingByWord.class)
	private Backdating backdating;

	/** Whether certificates shall be in their renewal window at once. */
	boolean isBackdating() {
		return backdating != null && backdating != Backdating.NEVER;
	}

	void applyTo(SimulatorControl simulator) throws SimulatorException {
		var before = simulator.settings();
		var after = changed(before);
		if (!after.equals(before)) {
			simulator.change(after);
		}
	}

	private SimulatorSettings changed(SimulatorSettings before) {
		var settings = issuing == null ? before : issuing.apply(before);
		settings = issuer == null ? settings : settings.withIssuer(issuer);
		settings = manualValidation == null ? settings : settings.withManualValidation(manualValidation);
		return backdating == null ? settings : settings.withBackdating(backdating);
	}
}
