package org.certbench.cli.internal.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.UsageException;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.export.ExportContent;
import org.certbench.export.Exports;
import org.certbench.journal.Journal;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code export}: the certificates that are found, in a format for other programs (I04, M20). */
public final class ExportCommand implements CliCommand {

	private static final Texts TEXTS = Texts.of(ExportCommand.class);

	@Option(names = "--format", paramLabel = "csv|json|ics|prometheus", required = true)
	private String format;

	@Option(names = "--output", paramLabel = "FILE")
	private Path output;

	@Parameters(paramLabel = "FOLDER", arity = "0..*", descriptionKey = "folders")
	private List<Path> folders = List.of();

	/** The JSON answer. */
	private record Answer(String format, Path file, int certificates) {
	}

	@Override
	public int run(CliContext context) throws ProblemException, UsageException {
		var exports = context.service(Exports.class);
		requireFormat(exports);
		if (output == null && context.output().isJson()) {
			throw new UsageException(TEXTS.get("export.twoAnswers"), TEXTS.get("export.output"));
		}
		var now = context.service(InstantSource.class).instant();
		var content = ExportContent.of(now, Scan.of(folders, context), context.service(Journal.class).pending());
		if (output == null) {
			context.output().answer(exports.export(format, content));
		} else {
			var file = output.toAbsolutePath().normalize();
			exports.save(format, content, file);
			int count = content.certificates().size();
			context.output().answer(new Answer(format, file, count), List.of(TEXTS.get("export.done", count, file)));
		}
		return DONE;
	}

	private void requireFormat(Exports exports) throws UsageException {
		var installed = exports.formats().stream().map(Exports.Description::id).toList();
		if (!installed.contains(format)) {
			throw new UsageException(TEXTS.get("export.unknown", format),
					TEXTS.get("export.formats", String.join(", ", installed)));
		}
	}
}
