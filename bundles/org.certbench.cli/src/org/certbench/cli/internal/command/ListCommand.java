package org.certbench.cli.internal.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.UsageException;
import org.certbench.core.Knowledge;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.export.CertificatesDocument;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.CertificateLife.Validity;
import org.certbench.inventory.Words;

import picocli.CommandLine.Parameters;

/** {@code list}: every keystore that is found, with holder, state and expiry (I01, B01). */
public final class ListCommand implements CliCommand {

	private static final Texts TEXTS = Texts.of(ListCommand.class);
	private static final String UNKNOWN = "-";

	@Parameters(paramLabel = "FOLDER", arity = "0..*", descriptionKey = "folders")
	private List<Path> folders = List.of();

	@Override
	public int run(CliContext context) throws ProblemException, UsageException {
		var now = context.service(InstantSource.class).instant();
		var found = Scan.of(folders, context);
		context.output().answer(CertificatesDocument.of(found, now),
				found.isEmpty() ? List.of(TEXTS.get("list.none")) : lines(found, now));
		return DONE;
	}

	private static List<String> lines(List<CertificateLife> found, Instant now) {
		var table = new Table(TEXTS.get("list.holder"), TEXTS.get("list.name"), TEXTS.get("list.state"),
				TEXTS.get("list.expires"), TEXTS.get("list.days"), TEXTS.get("list.file"));
		found.forEach(life -> table.row(life.knownHolder().map(Object::toString).orElse(UNKNOWN),
				life.holderName().isEmpty() ? UNKNOWN : life.holderName(), Words.stateOf(life),
				life.dates().map(ListCommand::lastDay).orElse(UNKNOWN),
				life.renewalWindow().map(window -> String.valueOf(window.daysLeft(now))).orElse(UNKNOWN),
				life.file().toString()));
		var lines = new ArrayList<>(table.lines());
		if (found.stream().flatMap(life -> life.dates().stream()).anyMatch(ListCommand::isEstimate)) {
			lines.add(TEXTS.get("list.estimate"));
		}
		return lines;
	}

	private static String lastDay(Validity validity) {
		return (isEstimate(validity) ? "~" : "") + LocalDate.ofInstant(validity.notAfter(), ZoneId.systemDefault());
	}

	private static boolean isEstimate(Validity validity) {
		return validity.knowledge() == Knowledge.ESTIMATED;
	}
}
