package org.certbench.cli.internal.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.certbench.cli.CliContext;
import org.certbench.cli.SummaryText;
import org.certbench.cli.internal.document.RequestDocument;
import org.certbench.core.Texts;
import org.certbench.flow.Flows;
import org.certbench.flow.ResultStep;
import org.certbench.flow.Summary;
import org.certbench.journal.Journal;
import org.certbench.journal.RequestRecord;

/**
 * What a flow did.
 *
 * @param flow        its id
 * @param environment where it worked
 * @param keystore    the keystore that it made or changed, or null
 * @param request     where the request of that keystore stands now, or null
 * @param files       other files that it made
 * @param result      the same in words, which depend on the language
 */
public record FlowReport(String flow, String environment, Path keystore, RequestDocument request,
		List<Path> files, List<Summary.Section> result) {

	private static final Texts TEXTS = Texts.of(FlowReport.class);

	/** The report of a flow that has just ended. */
	public static FlowReport of(String flow, CliContext context, ResultStep.Result result) {
		var request = result.keystore().flatMap(file -> context.service(Journal.class).requests().stream()
				.filter(each -> each.keystore().equals(file)).reduce((older, newer) -> newer))
				.map(each -> RequestDocument.of(each, context.service(Flows.class)));
		return new FlowReport(flow, context.environment().id(), result.file(), request.orElse(null), result.made(),
				result.summary().sections());
	}

	/** The report of a flow that did nothing yet for a request, because a person must choose something first. */
	static FlowReport ofNothing(String flow, CliContext context, RequestRecord request) {
		return new FlowReport(flow, request.environment().id(), request.keystore(),
				RequestDocument.of(request, context.service(Flows.class)), List.of(), List.of());
	}

	/**
	 * For people: the result, and what to type next.
	 *
	 * @param brief the files only
	 */
	public List<String> lines(boolean brief) {
		if (brief) {
			return Stream.concat(Stream.ofNullable(keystore), files.stream()).map(Path::toString).toList();
		}
		var lines = new ArrayList<>(SummaryText.lines(new Summary(result, "")));
		if (request != null && request.command() != null) {
			lines.add("");
			lines.add(TEXTS.get("report.next", request.command()));
		}
		return lines;
	}
}
