package org.certbench.ui.reminder.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.certbench.core.LifeCycleState;
import org.certbench.reminder.Reminder;
import org.certbench.testing.TestLanguage;
import org.certbench.testing.TestLives;
import org.certbench.ui.driver.Screenshots;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.certbench.ui.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("M20: what the window tells of certificates that expire soon")
class NoticeTest {

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);
	private final Display display = TestDisplay.get();
	private final UiDriver ui = new SwtDriver(display);
	private final AtomicInteger seen = new AtomicInteger();
	private Shell window;

	@BeforeEach
	void open() {
		display.syncExec(() -> {
			window = new Shell(display, SWT.SHELL_TRIM);
			window.setSize(900, 600);
			window.open();
		});
	}

	@AfterEach
	void close() {
		display.syncExec(() -> window.dispose());
	}

	@Test
	@DisplayName("who and when, the most urgent first; it waits for nobody, and counts as told when it is closed")
	void told() {
		show(2);
		var text = ui.text("reminder.notice");
		assertTrue(text.contains("AMBU 0") && text.contains("10 days left"), text);
		assertTrue(text.indexOf("AMBU 0") < text.indexOf("AMBU 1"), text);
		assertFalse(ui.isShown("reminder.notice.start"), "nothing can be started here");
		assertEquals(0, seen.get());
		ui.click("reminder.notice.close");
		ui.awaitGone("reminder.notice");
		assertEquals(1, seen.get());
	}

	@Test
	@DisplayName("many: three, and how many more; B05: in French too")
	void many() {
		Locale.setDefault(Locale.FRENCH);
		show(7);
		var text = ui.text("reminder.notice");
		assertTrue(text.contains("Et 4 de plus") && text.contains("Dernier jour"), text);
		assertFalse(text.contains("AMBU 3"), text);
	}

	@Test
	@DisplayName("the end of the workbench is not the person's: it will be told again")
	void windowGone() {
		show(1);
		display.syncExec(() -> window.dispose());
		assertEquals(0, seen.get());
	}

	private void show(int count) {
		var reminders = IntStream.range(0, count).mapToObj(i -> new Reminder(TestLives.life("AMBU " + i, LifeCycleState.RENEWAL_DUE,
				Duration.ofDays(10 + i).plusHours(2)), 14, 10 + i)).toList();
		display.syncExec(() -> {
			new Notice(window, reminders, TestLives.NOW, Optional.empty(), seen::incrementAndGet).show();
			List.of(window.getShells()).forEach(shell -> Screenshots.keep(shell, "reminder-notice-" + count));
		});
		ui.awaitShown("reminder.notice");
	}
}
