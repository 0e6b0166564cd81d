package org.certbench.ui.reminder.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.certbench.core.Cancelled;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.inventory.CertificateLife;
import org.certbench.mail.MailException;
import org.certbench.reminder.Letter;
import org.certbench.reminder.Reminder;
import org.certbench.reminder.ReminderSettings;
import org.certbench.reminder.ReminderSetup;
import org.certbench.reminder.Reminders;
import org.certbench.reminder.Sending;

/** Keeps settings in memory; a test mail takes until it may go on. */
final class KnownReminders implements ReminderSetup, Reminders {

	volatile char[] keptPassword = new char[0];
	private volatile ReminderSettings settings = ReminderSettings.DEFAULT;
	private volatile MailException refusal;
	private final CountDownLatch mayGoOn = new CountDownLatch(1);

	void goOn() {
		mayGoOn.countDown();
	}

	void refuse(MailException reason) {
		refusal = reason;
	}

	@Override
	public Path file() {
		return Path.of("settings.json");
	}

	@Override
	public ReminderSettings settings() {
		return settings;
	}

	@Override
	public void keep(ReminderSettings changed) {
		settings = changed;
	}

	@Override
	public Optional<Secret> password() {
		return Optional.empty();
	}

	@Override
	public void keepPassword(Secret password) {
		keptPassword = password.characters().clone();
	}

	@Override
	public List<Reminder> forWorkbench(List<CertificateLife> certificates) {
		return List.of();
	}

	@Override
	public void seen(List<Reminder> reminders) {
		throw new UnsupportedOperationException();
	}

	@Override
	public List<Letter> letters(List<CertificateLife> certificates, ReminderSettings chosen) {
		return List.of();
	}

	@Override
	public List<Sending> send(List<CertificateLife> certificates, ReminderSettings chosen, Secret password, Progress progress) {
		return List.of();
	}

	@Override
	public void sendTest(ReminderSettings chosen, Secret password, Progress progress) throws ProblemException {
		try {
			while (!mayGoOn.await(20, TimeUnit.MILLISECONDS)) {
				progress.checkCancelled();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new Cancelled();
		}
		if (refusal != null) {
			throw refusal;
		}
	}
}
