package org.certbench.cli.internal.flow;

import java.util.List;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.UsageException;
import org.certbench.core.ProblemException;
import org.certbench.flow.Choice;
import org.certbench.flow.Flows;

import picocli.CommandLine.Model.CommandSpec;

/** The command of an installed flow, whatever it is: its options follow from what the flow asks. */
public final class FlowCommand implements CliCommand {

	private final Flows.Description flow;
	private final List<Choice> choices;
	private final FlowOptions options = new FlowOptions();

	/** @param choices those that the flow asks */
	public FlowCommand(Flows.Description flow, List<Choice> choices) {
		this.flow = flow;
		this.choices = choices;
	}

	/** The command with its options. */
	public CommandSpec spec() {
		var spec = CommandSpec.wrapWithoutInspection(this);
		options.addTo(spec, flow.asks(), choices);
		return spec;
	}

	@Override
	public int run(CliContext context) throws ProblemException, UsageException {
		var flows = context.service(Flows.class);
		var secrets = context.secrets(options.secretFiles());
		var session = flows.session(context.environment(), secrets, context.trace().orElse(null));
		var result = context.flows().run(flow.id(), session, options.answers(context.card()), secrets);
		var report = FlowReport.of(flow.id(), context, result);
		context.output().answer(report, report.lines(context.output().isQuiet()));
		return DONE;
	}
}
