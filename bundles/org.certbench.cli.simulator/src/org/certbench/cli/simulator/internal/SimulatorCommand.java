package org.certbench.cli.simulator.internal;

import java.nio.file.Path;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.UsageException;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.ehealth.simulator.Simulators;
import org.certbench.eid.CardProviders;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code simulator}: serves the simulator until interrupted (W09). With one of the operator's options
 * it does that instead, through the simulator that runs, and ends.
 */
public final class SimulatorCommand implements CliCommand {

	private static final Texts TEXTS = Texts.of(SimulatorCommand.class);

	@Option(names = "--port", paramLabel = "0..65535", defaultValue = "0", converter = Words.PortNumber.class)
	private int port;

	@Option(names = "--state", paramLabel = "DIR")
	private Path state;

	@Mixin
	private final SettingsOptions settings = new SettingsOptions();

	@Mixin
	private final OperatorOptions operator = new OperatorOptions();

	@Override
	public int run(CliContext context) throws ProblemException, UsageException {
		Words.refuseOtherEnvironments(context);
		var simulators = context.service(Simulators.class);
		var folder = state == null ? simulators.usualFolder() : state.toAbsolutePath().normalize();
		if (operator.isWanted()) {
			operator.work(simulators.control(folder), settings, context.output());
		} else {
			serve(simulators, folder, context);
		}
		return DONE;
	}

	private void serve(Simulators simulators, Path folder, CliContext context) throws ProblemException {
		try (var simulator = simulators.serve(folder, port)) {
			settings.applyTo(simulator);
			var cards = VirtualCardList.of(context.service(CardProviders.class));
			var report = new SimulatorReport(simulator.address(), simulator.folder(), simulator.trustAnchorsFile(),
					SimulatorReport.Settings.of(simulator.settings()), cards);
			context.output().answer(report, report.lines());
			context.output().remark(TEXTS.get("simulator.stop"));
			context.awaitInterrupt();
		}
	}
}
