package org.certbench.cli.internal.command;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.document.FindingDocument;
import org.certbench.core.Finding;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.guide.Guide;
import org.certbench.inventory.Words;

import picocli.CommandLine.Parameters;

/** {@code check}: what the guide's rules find, the worst first; exit code 1 when something is to be done (B04). */
public final class CheckCommand implements CliCommand {

	private static final Texts TEXTS = Texts.of(CheckCommand.class);

	@Parameters(paramLabel = "FOLDER", arity = "0..*", descriptionKey = "folders")
	private List<Path> folders = List.of();

	/** The JSON answer. */
	private record Answer(boolean needsAction, List<FindingDocument> findings) {
	}

	@Override
	public int run(CliContext context) throws ProblemException, UsageException {
		var guide = context.service(Guide.class);
		var certificates = Scan.of(folders, context);
		if (folders.isEmpty()) {
			guide.refresh(context.progress());
		}
		var findings = guide.findings(certificates);
		boolean needsAction = findings.stream().anyMatch(Finding::needsAction);
		var documents = findings.stream().map(each -> FindingDocument.of(each, guide)).toList();
		context.output().answer(new Answer(needsAction, documents), findings.isEmpty() ? List.of(TEXTS.get("check.none"))
				: findings.stream().flatMap(each -> lines(each, guide).stream()).toList());
		return needsAction ? NEEDS_ACTION : DONE;
	}

	private static List<String> lines(Finding finding, Guide guide) {
		var lines = new ArrayList<String>();
		lines.add(TEXTS.get("check.finding", Words.of(finding.severity()), finding.seen()));
		lines.add("  " + place(finding.subject()));
		guide.page(finding.problem())
				.ifPresent(page -> lines.add("  " + TEXTS.get("check.guide", finding.problem(), page.title())));
		return lines;
	}

	private static String place(URI subject) {
		return switch (subject.getScheme()) {
			case "file" -> Path.of(subject).toString();
			case "reader" -> subject.getSchemeSpecificPart();
			default -> subject.toString();
		};
	}
}
