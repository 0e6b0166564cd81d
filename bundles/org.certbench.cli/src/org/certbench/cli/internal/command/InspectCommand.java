package org.certbench.cli.internal.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.internal.document.ErrorDocument;
import org.certbench.cli.internal.document.KeystoreDocument;
import org.certbench.core.Texts;
import org.certbench.keystore.KeystoreException;
import org.certbench.keystore.Keystores;

import picocli.CommandLine.Parameters;

/** {@code inspect}: what keystores show without their password, which nobody has checked (B01). */
public final class InspectCommand implements CliCommand {

	private static final Texts TEXTS = Texts.of(InspectCommand.class);

	@Parameters(paramLabel = "FILE", arity = "1..*", descriptionKey = "files")
	private List<Path> files = List.of();

	/** The JSON answer. */
	private record Answer(List<KeystoreDocument> keystores) {
	}

	@Override
	public int run(CliContext context) {
		var keystores = context.service(Keystores.class);
		var documents = files.stream().map(file -> inspect(file.toAbsolutePath().normalize(), keystores, context)).toList();
		context.output().answer(new Answer(documents), documents.stream()
				.filter(each -> each.error() == null).flatMap(each -> lines(each).stream()).toList());
		return documents.stream().filter(each -> each.error() != null).mapToInt(each -> each.error().exitCode()).findFirst()
				.orElse(DONE);
	}

	private static KeystoreDocument inspect(Path file, Keystores keystores, CliContext context) {
		try {
			return KeystoreDocument.of(keystores.inspect(file));
		} catch (KeystoreException e) {
			context.output().failure(e);
			return KeystoreDocument.unreadable(file, ErrorDocument.of(e));
		}
	}

	private static List<String> lines(KeystoreDocument seen) {
		var lines = new ArrayList<String>();
		lines.add(seen.file().toString());
		lines.add(line("format", seen.format()));
		if (seen.name() != null) {
			lines.add(line("holder", seen.name().holder()));
		}
		if (seen.created() != null) {
			lines.add(line("created", seen.created()));
		}
		seen.keyEntries().forEach(each -> lines.add(line("key", each.alias().isEmpty() ? "-" : each.alias())));
		seen.certificates().forEach(each -> lines.add(line("certificate", TEXTS.get("inspect.validity", each.subject(),
				each.notBefore(), each.notAfter()))));
		if (seen.protection() != null) {
			lines.add(line("protection", protection(seen.protection())));
		}
		if (seen.obstacle() != null) {
			lines.add("  " + seen.obstacle());
		}
		if (seen.readableByOthers()) {
			lines.add("  " + TEXTS.get("inspect.readableByOthers"));
		}
		lines.add("  " + TEXTS.get("inspect.unchecked"));
		return lines;
	}

	private static String protection(KeystoreDocument.Protection protection) {
		return TEXTS.get("inspect.derivation", protection.mac().isEmpty() ? TEXTS.get("inspect.noMac") : protection.mac(),
				protection.totalIterations());
	}

	private static String line(String text, Object value) {
		return "  " + TEXTS.get("inspect." + text, value);
	}
}
