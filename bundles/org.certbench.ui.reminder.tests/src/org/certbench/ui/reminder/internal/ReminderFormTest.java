package org.certbench.ui.reminder.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

import org.certbench.core.ProblemException;
import org.certbench.mail.MailException;
import org.certbench.mail.MailException.Reason;
import org.certbench.mail.MailServer;
import org.certbench.mail.MailServer.Protection;
import org.certbench.reminder.Addressee;
import org.certbench.reminder.Language;
import org.certbench.testing.TestLanguage;
import org.certbench.testing.Translations;
import org.certbench.ui.driver.ReminderSettingsPage;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.certbench.ui.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("M20: setting the reminders up")
class ReminderFormTest {

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);
	private final Display display = TestDisplay.get();
	private final UiDriver ui = new SwtDriver(display);
	private final KnownReminders reminders = new KnownReminders();
	private final AtomicReference<String> fault = new AtomicReference<>("");
	private Shell shell;
	private ReminderForm form;

	@AfterEach
	void close() {
		reminders.goOn();
		display.syncExec(() -> shell.dispose());
	}

	@Test
	@DisplayName("server, addressees and thresholds are kept, the password apart; nothing is cut")
	void kept() throws ProblemException {
		var page = open();
		assertFalse(page.canTest());
		page.server("mail.example.org", 2525, "jane", "secret", "from@example.org").add("info@example.org").thresholds("30; 7");
		assertEquals(List.of("info@example.org\tFrench\tall certificates"), page.addressees());
		assertTrue(page.canTest());
		assertEquals(List.of(), ui.cutTexts());
		ui.screenshot("reminder-settings");
		display.syncCall(() -> {
			form.keep();
			return null;
		});
		assertEquals(new MailServer("mail.example.org", 2525, Protection.STARTTLS, "jane"), reminders.settings().server());
		assertEquals(List.of(Addressee.ofAll("info@example.org", Language.FRENCH)), reminders.settings().addressees());
		assertEquals(List.of(30, 7), reminders.settings().thresholds());
		assertArrayEquals("secret".toCharArray(), reminders.keptPassword);

		page.remove("info@example.org");
		assertEquals(List.of(), page.addressees());
		assertFalse(page.canTest());
	}

	@Test
	@DisplayName("what is wrong with a field is said at once")
	void faults() {
		var page = open();
		page.thresholds("soon");
		assertTrue(fault.get().contains("1 to 999"), fault.get());
		page.thresholds("30");
		page.server("mail.example.org", 70000, "", "", "from@example.org");
		assertTrue(fault.get().contains("65535"), fault.get());
		page.server("mail.example.org", 25, "", "", "nobody");
		assertTrue(fault.get().contains("address"), fault.get());
		page.server("mail.example.org", 25, "", "", "from@example.org");
		assertEquals("", fault.get());
	}

	@Test
	@DisplayName("a test mail: its outcome in words, and what to do where it failed")
	void testMail() {
		var page = open().server("mail.example.org", 587, "jane", "secret", "from@example.org").add("info@example.org");
		reminders.goOn();
		page.test();
		assertEquals("Sent: 1. Look whether it arrives.", page.outcome());

		reminders.refuse(new MailException(Reason.LOGIN_REFUSED, "mail.example.org:587", "no", null));
		page.test();
		ui.awaitShown("problem.area");
		assertEquals("Not sent.", page.outcome());
		assertTrue(ui.text("problem.message").contains("refuses the user or the password"), ui.text("problem.message"));
		ui.screenshot("reminder-test-failed");
	}

	@Test
	@DisplayName("a test mail that takes long can be stopped; B05: in French nothing is cut")
	void stopped() {
		Locale.setDefault(Locale.FRENCH);
		var page = open().server("mail.example.org", 587, "", "", "from@example.org").add("info@example.org");
		page.test();
		ui.awaitEnabled("reminders.test.cancel");
		page.stop();
		assertTrue(page.outcome().startsWith("Arrêté."), page.outcome());
		assertEquals(List.of(), ui.cutTexts());
		ui.screenshot("reminder-settings-fr");
	}

	@Test
	@DisplayName("B05: every text is there in every language")
	void translated() {
		open();
		Translations.check(ReminderForm.class);
	}

	private ReminderSettingsPage open() {
		display.syncExec(() -> {
			shell = new Shell(display, SWT.SHELL_TRIM);
			shell.setLayout(new FillLayout());
			form = new ReminderForm(shell, reminders, reminders, fault::set);
			form.fill();
			shell.setSize(620, 640);
			shell.open();
		});
		return new ReminderSettingsPage(ui);
	}
}
