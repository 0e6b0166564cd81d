package org.certbench.reminder.internal;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.certbench.core.DataFolder;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.core.Texts;
import org.certbench.inventory.CertificateLife;
import org.certbench.mail.MailException;
import org.certbench.mail.Mailer;
import org.certbench.reminder.Letter;
import org.certbench.reminder.Reminder;
import org.certbench.reminder.ReminderFileException;
import org.certbench.reminder.ReminderSettings;
import org.certbench.reminder.ReminderSetup;
import org.certbench.reminder.Reminders;
import org.certbench.reminder.Sending;
import org.certbench.reminder.internal.letter.LetterWriter;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Reminds by mail and in the workbench, and notes in one file what was told. */
@Component
public final class MailReminders implements Reminders {

	private static final Texts TEXTS = Texts.of(MailReminders.class);
	/** No address looks like it. */
	private static final String WORKBENCH = "workbench";

	private final DataFolder data;
	private final ReminderSetup setup;
	private final Mailer mailer;
	private final InstantSource clock;

	@Activate
	public MailReminders(@Reference DataFolder data, @Reference ReminderSetup setup, @Reference Mailer mailer,
			@Reference InstantSource clock) {
		this.data = data;
		this.setup = setup;
		this.mailer = mailer;
		this.clock = clock;
	}

	@Override
	public List<Reminder> forWorkbench(List<CertificateLife> certificates) throws ReminderFileException {
		return told().withoutTold(Due.of(certificates, setup.settings().thresholds(), clock.instant()), WORKBENCH);
	}

	@Override
	public void seen(List<Reminder> reminders) throws ReminderFileException {
		told().note(reminders, WORKBENCH, clock.instant());
	}

	@Override
	public List<Letter> letters(List<CertificateLife> certificates, ReminderSettings settings) throws ReminderFileException {
		var due = Due.of(certificates, settings.thresholds(), clock.instant());
		var letters = new ArrayList<Letter>();
		for (var addressee : settings.addressees()) {
			var his = due.stream().filter(reminder -> addressee.isTold(reminder.certificate())).toList();
			var untold = told().withoutTold(his, addressee.address());
			if (!untold.isEmpty()) {
				letters.add(new Letter(addressee, LetterWriter.of(addressee.language()).reminder(settings.from(),
						addressee.address(), untold), untold));
			}
		}
		return letters;
	}

	@Override
	public List<Sending> send(List<CertificateLife> certificates, ReminderSettings settings, Secret password,
			Progress progress) throws ProblemException {
		try (var alone = SendingLock.take(FolderSetup.folder(data).resolve("sending.lock"), progress)) {
			var letters = letters(certificates, settings);
			if (!letters.isEmpty()) {
				told().open();
			}
			return sendAll(letters, settings, password, progress);
		}
	}

	private List<Sending> sendAll(List<Letter> letters, ReminderSettings settings, Secret password, Progress progress)
			throws ProblemException {
		var sendings = new ArrayList<Sending>();
		Optional<MailException> ofServer = Optional.empty();
		for (var letter : letters) {
			progress.checkCancelled();
			var failure = ofServer.isPresent() ? ofServer : send(letter, settings, password, progress);
			sendings.add(new Sending(letter, failure.orElse(null)));
			ofServer = failure.filter(MailException::concernsServer);
		}
		return sendings;
	}

	/** What went wrong; where nothing did, the letter is noted as told. */
	private Optional<MailException> send(Letter letter, ReminderSettings settings, Secret password, Progress progress)
			throws ReminderFileException {
		progress.doing(TEXTS.get("sending", letter.to().address()));
		try {
			mailer.send(letter.mail(), settings.mailServer().orElseThrow(), password);
		} catch (MailException e) {
			return Optional.of(e);
		}
		told().note(letter.reminders(), letter.to().address(), clock.instant());
		return Optional.empty();
	}

	@Override
	public void sendTest(ReminderSettings settings, Secret password, Progress progress) throws ProblemException {
		var server = settings.mailServer().orElseThrow();
		for (var addressee : settings.addressees()) {
			progress.doing(TEXTS.get("sending", addressee.address()));
			var mail = LetterWriter.of(addressee.language()).test(settings.from(), addressee.address());
			var own = password.copy();
			Abandonable.run(progress, () -> {
				try (own) {
					mailer.send(mail, server, own);
				}
			});
		}
	}

	private Told told() {
		return new Told(FolderSetup.folder(data).resolve("told.jsonl"));
	}
}
