package org.certbench.cli.internal.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.cli.CliCommand;
import org.certbench.cli.CliContext;
import org.certbench.cli.UsageException;
import org.certbench.cli.internal.document.RemindersDocument;
import org.certbench.core.Environment;
import org.certbench.core.ProblemException;
import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.mail.MailException;
import org.certbench.reminder.Addressee;
import org.certbench.reminder.Language;
import org.certbench.reminder.Letter;
import org.certbench.reminder.ReminderSettings;
import org.certbench.reminder.ReminderSetup;
import org.certbench.reminder.Reminders;
import org.certbench.reminder.Sending;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code remind}: mails about the certificates that expire soon, once for each addressee, certificate and
 * threshold, so that a timer of the system can call it each day (M20). Those of the simulator only where it
 * is chosen: nobody shall be alarmed by an invented certificate.
 */
public final class RemindCommand implements CliCommand {

	private static final Texts TEXTS = Texts.of(RemindCommand.class);
	private static final String PASSWORD_VARIABLE = "CERTBENCH_SMTP_PASSWORD";

	@Option(names = "--dry-run", descriptionKey = "remind.dryRun")
	private boolean dryRun;

	@Option(names = "--to", paramLabel = "ADDRESS", descriptionKey = "remind.to")
	private List<String> to = List.of();

	@Option(names = "--smtp-password-file", paramLabel = "F", descriptionKey = "remind.password")
	private Path passwordFile;

	@Parameters(paramLabel = "FOLDER", arity = "0..*", descriptionKey = "folders")
	private List<Path> folders = List.of();

	@Override
	public int run(CliContext context) throws ProblemException, UsageException {
		var settings = settings(context.service(ReminderSetup.class));
		try (var password = password(context)) {
			var certificates = certificates(context);
			var reminders = context.service(Reminders.class);
			if (dryRun) {
				return tell(reminders.letters(certificates, settings), context);
			}
			return report(reminders.send(certificates, settings, password, context.progress()), context);
		}
	}

	private ReminderSettings settings(ReminderSetup setup) throws ProblemException, UsageException {
		var kept = setup.settings();
		var settings = to.isEmpty() ? kept : kept.with(to.stream().map(each -> Addressee.ofAll(each, language())).toList());
		if (!settings.sendsMails()) {
			throw new UsageException(TEXTS.get("remind.notSetUp"), TEXTS.get("remind.notSetUp.remedy", setup.file()));
		}
		return settings;
	}

	/** That of the program, where it is one that letters are written in. */
	private static Language language() {
		return Language.of(Locale.getDefault().getLanguage()).orElse(Language.ENGLISH);
	}

	private Secret password(CliContext context) throws ProblemException, UsageException {
		var given = context.secret(passwordFile, PASSWORD_VARIABLE);
		Optional<Secret> secret = given.isPresent() ? given : context.service(ReminderSetup.class).password();
		return secret.orElseGet(() -> Secret.taking(new char[0]));
	}

	private List<CertificateLife> certificates(CliContext context) throws ProblemException, UsageException {
		return Scan.of(folders, context).stream()
				.filter(life -> context.isEnvironmentChosen() || life.environment() != Environment.SIMULATOR).toList();
	}

	private static int tell(List<Letter> letters, CliContext context) {
		context.output().answer(RemindersDocument.ofLetters(letters), letters.isEmpty() ? List.of(TEXTS.get("remind.none"))
				: letters.stream().flatMap(RemindCommand::lines).toList());
		return DONE;
	}

	private static Stream<String> lines(Letter letter) {
		return Stream.concat(Stream.of(TEXTS.get("remind.letter", letter.to().address(), letter.mail().subject()), ""),
				letter.mail().text().lines().map(line -> ("  " + line).stripTrailing()));
	}

	/** What went well as the answer, what did not on the error stream: a failure of the server once. */
	private static int report(List<Sending> sendings, CliContext context) {
		var lines = new ArrayList<String>();
		sendings.stream().filter(each -> each.reason().isEmpty()).map(Sending::letter)
				.forEach(letter -> lines.add(TEXTS.get("remind.sent", letter.to().address(), letter.mail().subject())));
		if (sendings.isEmpty()) {
			lines.add(TEXTS.get("remind.none"));
		}
		var failures = sendings.stream().flatMap(each -> each.reason().stream()).distinct().toList();
		failures.forEach(context.output()::failure);
		context.output().answer(RemindersDocument.ofSendings(sendings), lines);
		return failures.stream().map(MailException::kind).findFirst().map(kind -> kind.exitCode()).orElse(DONE);
	}
}
