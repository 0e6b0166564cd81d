package org.certbench.cli.simulator.internal;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.certbench.authority.ContactData;
import org.certbench.cli.CardChoice;
import org.certbench.cli.CliContext;
import org.certbench.cli.FlowAnswers;
import org.certbench.cli.SummaryText;
import org.certbench.cli.UsageException;
import org.certbench.cli.simulator.internal.DemoReport.Generation;
import org.certbench.cli.simulator.internal.DemoReport.Phase;
import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Texts;
import org.certbench.flow.FlowSession;
import org.certbench.flow.Flows;
import org.certbench.keystore.Keystore;
import org.certbench.keystore.Keystore.EncryptionEntry;
import org.certbench.keystore.Keystores;

/** Leads one certificate through its life: request, complete, renew, complete, activate. */
final class DemoLife {

	private static final Texts TEXTS = Texts.of(DemoLife.class);
	private static final ContactData CONTACT = new ContactData("jane.doe@example.org", "info@example.org", "02 555 01 01",
			"02 555 01 00");

	private final CliContext context;
	private final Path folder;
	private final String reader;
	private final DemoSecrets secrets = new DemoSecrets();
	private final List<Phase> phases = new ArrayList<>();

	/**
	 * @param folder where the keystores go
	 * @param reader name of the reader with the card
	 */
	DemoLife(CliContext context, Path folder, String reader) {
		this.context = context;
		this.folder = folder;
		this.reader = reader;
	}

	DemoReport run() throws ProblemException, UsageException {
		var first = flow("request", null);
		flow("complete", first);
		var renewed = flow("renew", first);
		flow("complete", renewed);
		flow("activate", renewed);
		return new DemoReport(folder, secrets.pin(), secrets.password(), phases,
				List.of(generation(first), generation(renewed)));
	}

	/** Runs a flow and tells what it did; its keystore is where the life goes on. */
	private Path flow(String id, Path keystore) throws ProblemException, UsageException {
		var flow = context.service(Flows.class).description(id).orElseThrow(
				() -> new UsageException(TEXTS.get("demo.noFlow", id), TEXTS.get("demo.install")));
		context.output().remark(TEXTS.get("demo.phase", phases.size() + 1, id, flow.name()));
		var answers = new FlowAnswers(keystore, null, null, FlowAnswers.SELF, CONTACT, List.of(), Map.of(), Map.of(), true,
				new CardChoice("", reader));
		var result = context.flows().run(id, session(), answers, secrets);
		SummaryText.lines(result.summary()).forEach(line -> context.output().remark(line.isEmpty() ? "" : "   " + line));
		context.output().remark("");
		var file = result.keystore().orElseThrow(() -> new IllegalStateException(id + " names no keystore"));
		phases.add(new Phase(id, file, result.summary().sections()));
		return file;
	}

	/** As for any other run, but for the place of the keystores. */
	private FlowSession session() throws ProblemException {
		try (var usual = context.service(Flows.class).session(Environment.SIMULATOR, secrets, context.trace().orElse(null))) {
			return new FlowSession(usual.services(), usual.authority(), folder, secrets, usual.termsOfUse().orElse(""));
		}
	}

	private Generation generation(Path file) throws ProblemException {
		try (var password = secrets.password(file);
				var keystore = context.service(Keystores.class).open(file, password, context.progress())) {
			var entries = new ArrayList<>(List.of(Keystore.AUTHENTICATION));
			keystore.encryptionEntries().stream().map(EncryptionEntry::alias).forEach(entries::add);
			return new Generation(file, entries);
		}
	}
}
