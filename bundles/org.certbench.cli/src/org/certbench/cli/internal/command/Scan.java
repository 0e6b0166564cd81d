package org.certbench.cli.internal.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.certbench.cli.CliContext;
import org.certbench.cli.UsageException;
import org.certbench.core.Cancelled;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.inventory.Inventory;

/** Looks for keystores, in the folders that are given or else in the usual ones. */
final class Scan {

	private static final Texts TEXTS = Texts.of(Scan.class);

	private Scan() {
	}

	/** What is found, of the chosen environment where one was chosen, in the order of the files. */
	static List<CertificateLife> of(Collection<Path> folders, CliContext context) throws Cancelled, UsageException {
		for (var folder : folders) {
			if (!Files.exists(folder)) {
				throw new UsageException(TEXTS.get("scan.missing", folder), TEXTS.get("scan.remedy"));
			}
		}
		var inventory = context.service(Inventory.class);
		var found = folders.isEmpty() ? inventory.scan(context.progress())
				: inventory.scan(folders.stream().map(each -> each.toAbsolutePath().normalize()).toList(), context.progress());
		return found.stream().filter(life -> !context.isEnvironmentChosen() || life.environment() == context.environment())
				.sorted(Comparator.comparing(CertificateLife::file)).toList();
	}
}
