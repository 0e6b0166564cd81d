package org.certbench.cli.lookup.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.FlowAnswers;
import org.certbench.cli.SecretFiles;
import org.certbench.cli.UsageException;
import org.certbench.core.DataFolder;
import org.certbench.core.Holder;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.flow.Flows;
import org.certbench.inventory.Inventory;
import org.certbench.keystore.KeystoreException;
import org.certbench.lookup.Answer;
import org.certbench.lookup.Comparison;
import org.certbench.lookup.Comparison.Row;
import org.certbench.lookup.LookUp;
import org.certbench.lookup.Words;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code lookup}: what the authority knows beside what is here (B06). With the eID, all certificates of
 * its person; for a keystore or a holder, what everybody can look up without a card. Exit code 1 when
 * something is to be done.
 */
public final class LookUpCommand implements CliCommand {

	private static final Texts TEXTS = Texts.of(LookUpCommand.class);
	/** The flow that asks with the eID. */
	private static final String FLOW = "lookup";

	@Parameters(paramLabel = "FILE", arity = "0..1", descriptionKey = "lookup.file")
	private Path file;

	@Option(names = "--holder", paramLabel = "TYPE=ID[,APPID]")
	private String holder;

	@Option(names = "--pin-file", paramLabel = "F")
	private Path pinFile;

	@Override
	public int run(CliContext context) throws ProblemException, UsageException {
		if (file != null && holder != null) {
			throw new UsageException(TEXTS.get("lookup.both"), TEXTS.get("lookup.both.remedy"));
		}
		var inventory = context.service(Inventory.class);
		var answer = file == null && holder == null ? askWithCard(context) : askDepot(holder(inventory, context), context);
		var here = inventory.scan(context.progress());
		var comparison = Comparison.of(LookUp.answers(context.service(DataFolder.class)), here).about(answer);
		context.output().answer(ComparisonDocument.of(answer, comparison), lines(comparison));
		return comparison.needsAction() ? NEEDS_ACTION : DONE;
	}

	private Answer askWithCard(CliContext context) throws ProblemException, UsageException {
		var secrets = context.secrets(new SecretFiles(null, null, null, pinFile));
		var session = context.service(Flows.class).session(context.environment(), secrets, context.trace().orElse(null));
		context.flows().run(FLOW, session, FlowAnswers.of(context.card()), secrets);
		return LookUp.answers(context.service(DataFolder.class)).newestFirst().stream()
				.filter(answer -> answer.environment() == context.environment() && answer.asker().isPresent()).findFirst()
				.orElseThrow();
	}

	private static Answer askDepot(Holder wanted, CliContext context) throws ProblemException, UsageException {
		var secrets = context.secrets(new SecretFiles(null, null, null, null));
		try (var session = context.service(Flows.class).session(context.environment(), secrets,
				context.trace().orElse(null))) {
			var services = session.services();
			return new LookUp(session.authority(), services.dataFolder(), services.clock()).ofHolder(wanted,
					context.progress());
		}
	}

	private Holder holder(Inventory inventory, CliContext context) throws ProblemException, UsageException {
		if (holder != null) {
			try {
				return Holder.parse(holder);
			} catch (IllegalArgumentException e) {
				throw new UsageException(TEXTS.get("lookup.holder", holder), TEXTS.get("lookup.holder.remedy"));
			}
		}
		var keystore = file.toAbsolutePath().normalize();
		if (Files.notExists(keystore)) {
			throw new KeystoreException.Missing(keystore);
		}
		return inventory.scan(List.of(keystore), context.progress()).stream().flatMap(life -> life.knownHolder().stream()).findFirst()
				.orElseThrow(() -> new UsageException(TEXTS.get("lookup.noHolder", file), TEXTS.get("lookup.holder.remedy")));
	}

	private static List<String> lines(Comparison comparison) {
		var lines = new ArrayList<String>();
		if (comparison.rows().isEmpty()) {
			lines.add(TEXTS.get("lookup.nothing"));
		}
		comparison.rows().forEach(row -> lines.addAll(lines(row)));
		return lines;
	}

	private static List<String> lines(Row row) {
		var lines = new ArrayList<String>();
		lines.add(Words.holder(row));
		lines.add("  " + TEXTS.get("lookup.there", Words.there(row)));
		lines.add("  " + TEXTS.get("lookup.here", Words.here(row), row.file().map(Path::toString).orElse("")).strip());
		row.token().ifPresent(token -> lines.add("  " + TEXTS.get("lookup.published", Words.published(row))));
		row.differences().forEach(difference -> {
			lines.add("  ! " + Words.seen(difference, row));
			lines.add("    " + TEXTS.get("lookup.guide", difference.problem()));
		});
		return lines;
	}
}
