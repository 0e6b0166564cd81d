package org.certbench.cli.internal.command;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.internal.document.RequestDocument;
import org.certbench.core.Texts;
import org.certbench.flow.Flows;
import org.certbench.inventory.Words;
import org.certbench.journal.Journal;
import org.certbench.journal.RequestRecord;

/** {@code pending}: the requests under way, and what to type for the next step of each (M22). */
public final class PendingCommand implements CliCommand {

	private static final Texts TEXTS = Texts.of(PendingCommand.class);

	/** The JSON answer. */
	private record Answer(List<RequestDocument> requests) {
	}

	@Override
	public int run(CliContext context) {
		var flows = context.service(Flows.class);
		var pending = context.service(Journal.class).pending().stream()
				.filter(each -> !context.isEnvironmentChosen() || each.environment() == context.environment()).toList();
		context.output().answer(new Answer(pending.stream().map(each -> RequestDocument.of(each, flows)).toList()),
				pending.isEmpty() ? List.of(TEXTS.get("pending.none"))
						: pending.stream().flatMap(each -> lines(each, flows).stream()).toList());
		return DONE;
	}

	private static List<String> lines(RequestRecord request, Flows flows) {
		var document = RequestDocument.of(request, flows);
		var lines = new ArrayList<String>();
		lines.add(TEXTS.get("pending.request", request.holder(), request.holderName(), request.key()));
		Words.next(request).ifPresent(next -> lines.add("  " + next));
		lines.add("  " + TEXTS.get("pending.since", LocalDate.ofInstant(request.since(), ZoneId.systemDefault())));
		request.tryAgainFrom().ifPresent(moment -> lines.add("  " + TEXTS.get("pending.from", moment)));
		if (document.command() != null) {
			lines.add("  " + document.command());
		}
		return lines;
	}
}
