package org.certbench.reminder.internal;

import static org.certbench.testing.TestLives.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.certbench.core.Cancelled;
import org.certbench.core.Environment;
import org.certbench.core.Knowledge;
import org.certbench.core.LifeCycleState;
import org.certbench.core.ProblemException;
import org.certbench.core.Progress;
import org.certbench.core.Secret;
import org.certbench.inventory.CertificateLife;
import org.certbench.keystore.Inspection;
import org.certbench.mail.MailException.Reason;
import org.certbench.mail.MailServer;
import org.certbench.mail.MailServer.Protection;
import org.certbench.reminder.Addressee;
import org.certbench.reminder.Language;
import org.certbench.reminder.Letter;
import org.certbench.reminder.Reminder;
import org.certbench.reminder.ReminderFileException;
import org.certbench.reminder.ReminderSettings;
import org.certbench.reminder.Sending;
import org.certbench.testing.Stopped;
import org.certbench.testing.TestLives;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is reminded of what, and when: once for each certificate and threshold (M20). */
class MailRemindersTest {

	private static final Addressee CHIEF = Addressee.ofAll("chief@example.org", Language.FRENCH);
	private static final Addressee DEPUTY = Addressee.ofAll("deputy@example.org", Language.DUTCH);

	@TempDir
	Path data;

	private final TakingMailer mailer = new TakingMailer();
	private final Secret password = Secret.taking(new char[0]);
	private Instant now = NOW;
	private MailReminders reminders;

	@BeforeEach
	void set() {
		reminders = new MailReminders(() -> data, new FolderSetup(() -> data), mailer, () -> now);
	}

	@ParameterizedTest(name = "{0} days left: {1}")
	@CsvSource({ "95, ''", "91, ''", "90, 90", "61, 90", "60, 60", "14, 14", "3, 7", "1, 1", "0, 1" })
	@DisplayName("M20: the tightest threshold that was reached")
	void thresholds(int daysLeft, String threshold) throws Exception {
		var told = reminders.forWorkbench(List.of(expiring("AMBU", daysLeft)));
		assertEquals(threshold, told.stream().map(each -> String.valueOf(each.threshold())).findFirst().orElse(""));
	}

	@Test
	@DisplayName("M20: one mail for each addressee and threshold, however often it is called")
	void once() throws Exception {
		var certificate = List.of(expiring("AMBU", 29));
		send(certificate, CHIEF, DEPUTY);
		send(certificate, CHIEF, DEPUTY);
		assertEquals(List.of("chief@example.org", "deputy@example.org"), mailer.recipients());

		now = NOW.plus(Duration.ofDays(16));
		send(certificate, CHIEF);
		send(certificate, CHIEF);
		assertEquals(3, mailer.taken.size(), "the threshold of 14 days");
	}

	@Test
	@DisplayName("several certificates of one addressee stand in one mail, the most urgent first")
	void several() throws Exception {
		send(List.of(expiring("LATER", 20), expiring("SOONER", 5), expiring("NOT YET", 200)), CHIEF);
		var mail = mailer.taken.getFirst();
		assertEquals(1, mailer.taken.size());
		assertEquals("2 certificats eHealth à renouveler, le premier expire dans 5 jours", mail.subject());
		assertTrue(mail.text().indexOf("SOONER") < mail.text().indexOf("LATER"), mail.text());
		assertTrue(!mail.text().contains("NOT YET"), mail.text());
	}

	@Test
	@DisplayName("whoever looks after one holder is not told of others")
	void ownHolders() throws Exception {
		var mine = new Addressee("mine@example.org", Language.FRENCH, List.of(TestLives.holder("MINE")));
		send(List.of(expiring("OTHER", 5)), mine);
		assertEquals(List.of(), mailer.taken);
		send(List.of(expiring("OTHER", 5), expiring("MINE", 5)), mine);
		assertEquals("Certificat eHealth de MINE : expire dans 5 jours", mailer.taken.getFirst().subject());
	}

	@Test
	@DisplayName("what is over, was replaced, is damaged or gone is nothing to be reminded of; a copy is the same certificate")
	void nothingToTell() throws Exception {
		var due = expiring("AMBU", 5);
		var gone = TestLives.life("GONE", LifeCycleState.ACTIVE, Duration.ofDays(5));
		var superseded = present(TestLives.life("OLD", LifeCycleState.SUPERSEDED, Duration.ofDays(5)));
		var expired = present(TestLives.life("OVER", LifeCycleState.EXPIRED, Duration.ofDays(-5)));
		assertEquals(List.of(), reminders.forWorkbench(List.of(gone, superseded, expired, TestLives.damaged(due))));
		assertEquals(1, reminders.forWorkbench(List.of(due, due)).size());
	}

	@Test
	@DisplayName("an address that the server refuses: the others get their mail, this one is tried again")
	void addressRefused() throws Exception {
		mailer.refuse("chief@example.org", Reason.MAIL_REFUSED);
		var certificate = List.of(expiring("AMBU", 29));
		var sendings = send(certificate, CHIEF, DEPUTY);
		assertEquals(Reason.MAIL_REFUSED, sendings.getFirst().reason().orElseThrow().reason());
		assertTrue(sendings.getLast().reason().isEmpty());

		mailer.takeAll();
		send(certificate, CHIEF, DEPUTY);
		assertEquals(List.of("deputy@example.org", "chief@example.org"), mailer.recipients());
	}

	@Test
	@DisplayName("a server that is not there is tried once, and nothing is noted as told")
	void serverAway() throws Exception {
		mailer.refuse("chief@example.org", Reason.NOT_REACHED);
		var certificate = List.of(expiring("AMBU", 29));
		var sendings = send(certificate, CHIEF, DEPUTY);
		assertEquals(1, mailer.tries);
		assertTrue(sendings.stream().allMatch(each -> each.reason().orElseThrow().reason() == Reason.NOT_REACHED));
		assertEquals(2, reminders.letters(certificate, settings(CHIEF, DEPUTY)).size());
	}

	@Test
	@DisplayName("a certificate that came into the same file later is told of again; one that was told of before a crash is not")
	void laterCertificateAndCrash() throws Exception {
		var before = expiring("AMBU", 5);
		reminders.seen(reminders.forWorkbench(List.of(before)));
		Files.writeString(data.resolve("reminders/told.jsonl"), Files.readString(data.resolve("reminders/told.jsonl")) + "{\"at\":\"20");
		assertEquals(List.of(), reminders.forWorkbench(List.of(before)));

		now = NOW.plus(Duration.ofDays(1095));
		var validity = TestLives.validity(Duration.ofDays(1099), Knowledge.VERIFIED);
		var after = present(TestLives.life("AMBU", Environment.SIMULATOR, LifeCycleState.RENEWAL_DUE, validity, null));
		assertEquals(1, reminders.forWorkbench(List.of(after)).size());
	}

	@Test
	@DisplayName("what the workbench told is still mailed, and the other way round")
	void eachItsOwn() throws Exception {
		var certificate = List.of(expiring("AMBU", 29));
		List<Reminder> seen = reminders.forWorkbench(certificate);
		reminders.seen(seen);
		assertEquals(List.of(), reminders.forWorkbench(certificate));
		List<Letter> letters = reminders.letters(certificate, settings(CHIEF));
		assertEquals(1, letters.size());
	}

	@Test
	@DisplayName("where nothing can be noted, nothing is sent")
	void nothingCanBeNoted() throws Exception {
		Files.createDirectories(data.resolve("reminders/told.jsonl"));
		assertThrows(ReminderFileException.class, () -> send(List.of(expiring("AMBU", 29)), CHIEF));
		assertEquals(0, mailer.tries);
	}

	@Test
	@DisplayName("while another one sends, it waits, and can be stopped")
	void onlyOne() throws Exception {
		try (var other = SendingLock.take(data.resolve("reminders/sending.lock"), Progress.NONE)) {
			assertThrows(Cancelled.class, () -> reminders.send(List.of(), settings(CHIEF), password, new Stopped()));
		}
		send(List.of(expiring("AMBU", 29)), CHIEF);
		assertEquals(1, mailer.taken.size());
	}

	@Test
	@DisplayName("a test mail goes to every addressee, and is no reminder")
	void testMail() throws Exception {
		reminders.sendTest(settings(CHIEF, DEPUTY), password, Progress.NONE);
		assertEquals(List.of("Certbench : les rappels vous parviennent", "Certbench: de herinneringen bereiken u"),
				mailer.taken.stream().map(mail -> mail.subject()).toList());
		assertEquals(1, reminders.letters(List.of(expiring("AMBU", 29)), settings(CHIEF)).size());
		mailer.refuse("chief@example.org", Reason.LOGIN_REFUSED);
		assertThrows(ProblemException.class, () -> reminders.sendTest(settings(CHIEF), password, Progress.NONE));
	}

	private List<Sending> send(List<CertificateLife> certificates, Addressee... to) throws ProblemException {
		return reminders.send(certificates, settings(to), password, Progress.NONE);
	}

	private static ReminderSettings settings(Addressee... to) {
		return new ReminderSettings(new MailServer("mail.example.org", 587, Protection.STARTTLS, ""), "certbench@example.org",
				List.of(to), ReminderSettings.DEFAULT.thresholds());
	}

	static CertificateLife expiring(String name, int days) {
		return present(TestLives.life(name, LifeCycleState.RENEWAL_DUE, Duration.ofDays(days).plusHours(2)));
	}

	private static CertificateLife present(CertificateLife life) {
		var content = new Inspection(life.file(), Inspection.Format.PKCS12, null, List.of(), List.of(), null, false, "");
		return new CertificateLife(life.file(), life.environment(), life.holder(), life.holderName(), life.key(), life.state(),
				life.validity(), life.window(), life.request(), life.renewedBy(), content, "", life.issuer());
	}
}
