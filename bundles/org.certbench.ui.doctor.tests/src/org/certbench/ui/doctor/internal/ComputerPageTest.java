package org.certbench.ui.doctor.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;

import org.certbench.core.Environment;
import org.certbench.core.Observation;
import org.certbench.core.Texts;
import org.certbench.testing.TestLanguage;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.TestDisplay;
import org.certbench.ui.driver.ThisComputer;
import org.certbench.ui.driver.UiDriver;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("M34 the view of this computer")
class ComputerPageTest {

	private static final List<Observation> JAVA = List.of(Observation.fine("java", "Java", "21, in /opt/java"));
	private static final List<Observation> BLOCKED = List.of(
			Observation.fine("reader", "Card reader", "Reader on the table"),
			Observation.lacking("pin", "PIN", "The PIN of this card is blocked.", "Have it unblocked at the town hall.",
					"eid-pin-blocked"));
	private static final List<Observation> CLOCK = List.of(Observation.advice("clock", "Clock",
			"The clock of this computer is 70 seconds ahead of that of the service.", "Let the computer set its clock.",
			"clock-wrong"));

	@AutoClose
	final TestLanguage language = TestLanguage.of(Locale.ENGLISH);
	private final Display display = TestDisplay.get();
	private final UiDriver ui = new SwtDriver(display);
	private Environment environment = Environment.SIMULATOR;
	private Shell shell;
	private ComputerPage page;

	@AfterEach
	void close() {
		display.syncExec(() -> {
			page.cancel();
			shell.dispose();
		});
	}

	@Test
	@DisplayName("each part is shown as soon as it was looked at, the others are said to be to come; at the end the worst is first")
	void live() {
		var doctor = new ScriptedDoctor(JAVA, BLOCKED, CLOCK).goOn(1);
		var computer = open(doctor);
		ui.await("the first part is shown", () -> computer.looked().equals(List.of("java")));
		assertEquals(2, computer.parts().split("Is still to be looked at.", -1).length - 1);
		assertFalse(ui.isEnabled("computer.refresh") || ui.isEnabled("computer.copy"));
		ui.screenshot("computer-looking");
		doctor.goOn(2);
		computer.awaitEnd();
		assertEquals(List.of("reader", "pin", "clock", "java"), computer.looked());
		assertFalse(ui.isEnabled("computer.cancel"));
	}

	@Test
	@DisplayName("sign and word, what to do, and the whole in a sentence; nothing is cut")
	void words() {
		var computer = open(new ScriptedDoctor(JAVA, BLOCKED, CLOCK).goOn(3)).awaitEnd();
		assertTrue(computer.seen("java").contains("Java: well"), computer.seen("java"));
		assertTrue(computer.seen("pin").contains("PIN: lacking")
				&& computer.seen("pin").contains("What to do: Have it unblocked at the town hall."), computer.seen("pin"));
		assertTrue(computer.seen("clock").contains("Clock: advice"), computer.seen("clock"));
		assertEquals("Something is lacking on this computer. Lacking: 1, pieces of advice: 1.", computer.summary());
		assertEquals(List.of(), ui.cutTexts());
		ui.screenshot("computer-lacking");
	}

	@Test
	@DisplayName("B05: in French nothing is cut either")
	void french() {
		Locale.setDefault(Locale.FRENCH);
		var computer = open(new ScriptedDoctor(JAVA, BLOCKED, CLOCK).goOn(3)).awaitEnd();
		assertTrue(computer.seen("pin").contains("PIN : manque"), computer.seen("pin"));
		assertEquals(List.of(), ui.cutTexts());
	}

	@Test
	@DisplayName("stopped: what was seen stays, and one can look again")
	void stopped() {
		var doctor = new ScriptedDoctor(JAVA, BLOCKED).goOn(1);
		var computer = open(doctor);
		ui.await("the first part is shown", () -> computer.looked().equals(List.of("java")));
		computer.stop();
		computer.awaitEnd();
		assertEquals(List.of("java"), computer.looked());
		assertEquals(Texts.of(ComputerPage.class).get("stopped"), computer.summary());
		assertFalse(ui.isEnabled("computer.copy"));
		doctor.goOn(2);
		computer.refresh().awaitEnd();
		ui.await("all is shown", () -> computer.looked().equals(List.of("reader", "pin", "java")));
	}

	@Test
	@DisplayName("another environment: it is looked again, and what the first look tells is not shown")
	void again() {
		var doctor = new ScriptedDoctor(JAVA, CLOCK);
		var computer = open(doctor);
		ui.await("the first look was begun", () -> doctor.begun.equals(List.of(Environment.SIMULATOR)));
		environment = Environment.PRODUCTION;
		display.syncExec(page::look);
		ui.await("the first look was stopped", () -> doctor.stopped.equals(List.of(Environment.SIMULATOR)));
		doctor.goOn(2);
		computer.awaitEnd();
		assertEquals("This computer has everything that is needed. Pieces of advice: 1.", computer.summary());
		assertEquals(List.of(Environment.SIMULATOR, Environment.PRODUCTION), doctor.begun);
	}

	@Test
	@DisplayName("something changed: it is looked again, and what was seen stays in sight until the end")
	void changed() {
		var doctor = new ScriptedDoctor(JAVA, BLOCKED).goOn(2);
		var computer = open(doctor).awaitEnd();
		var summary = computer.summary();
		doctor.sees(JAVA, List.of(Observation.fine("reader", "Card reader", "Reader on the table")));
		display.syncExec(page::lookAgain);
		ui.await("it is looked again", () -> doctor.begun.size() == 2);
		doctor.goOn(1);
		assertEquals(summary, computer.summary());
		assertEquals(List.of("reader", "pin", "java"), computer.looked());
		assertTrue(ui.isEnabled("computer.copy"));
		doctor.goOn(1);
		ui.await("the card is gone", () -> computer.looked().equals(List.of("java", "reader")));
		assertTrue(!computer.summary().equals(summary), summary);
	}

	@Test
	@DisplayName("something changed while it is looked: everything is looked at from the beginning")
	void changedMeanwhile() {
		var doctor = new ScriptedDoctor(JAVA, CLOCK);
		var computer = open(doctor);
		ui.await("it is looked", () -> doctor.begun.size() == 1);
		display.syncExec(page::lookAgain);
		ui.await("the first look was stopped", () -> doctor.stopped.size() == 1);
		doctor.goOn(2);
		computer.awaitEnd();
		assertEquals(List.of("clock", "java"), computer.looked());
		assertEquals(2, doctor.begun.size());
	}

	@Test
	@DisplayName("everything can be copied as text, for whoever helps")
	void copy() {
		var computer = open(new ScriptedDoctor(JAVA, BLOCKED).goOn(2)).awaitEnd();
		computer.copy();
		var copied = display.syncCall(() -> {
			var clipboard = new Clipboard(display);
			try {
				return (String) clipboard.getContents(TextTransfer.getInstance());
			} finally {
				clipboard.dispose();
			}
		});
		assertTrue(copied.startsWith("Certbench, this computer") && copied.contains(ScriptedDoctor.NOW.toString()), copied);
		assertTrue(copied.contains("Guide: eid-pin-blocked") && copied.contains("Lacking: 1"), copied);
	}

	private ThisComputer open(ScriptedDoctor doctor) {
		display.syncExec(() -> {
			shell = new Shell(display, SWT.SHELL_TRIM);
			shell.setLayout(new FillLayout());
			page = new ComputerPage(shell, doctor, () -> environment);
			shell.setSize(560, 640);
			shell.open();
			page.look();
		});
		return new ThisComputer(ui);
	}
}
