package org.certbench.workbench.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.certbench.inventory.Words;
import org.certbench.ui.Icon;
import org.certbench.ui.driver.SwtDriver;
import org.certbench.ui.driver.UiDriver;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.IJobFunction;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.action.ActionContributionItem;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The window, in an installation without any view, flow, card provider or authority: it opens, and
 * offers none of them (W03).
 */
class WindowTest {

	private final Display display = PlatformUI.getWorkbench().getDisplay();
	private final UiDriver ui = new SwtDriver(display);

	@Test
	void opensWithItsPerspective() {
		assertNull(Display.getCurrent(), "tests do not run on the thread of the user interface");
		assertEquals(CertificatesPerspective.ID, inUi(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow()
				.getActivePage().getPerspective().getId()));
	}

	@Test
	@DisplayName("M01: the environment is in sight, in words, and is the simulator at first")
	void environment() {
		ui.awaitShown("workbench.environment");
		assertEquals(Words.of(Environment.SIMULATOR).toUpperCase(), ui.text("workbench.environment.word"));
	}

	@Test
	@DisplayName("W03: what is not installed is not offered")
	void offersNothing() {
		ui.awaitShown("start.page");
		assertEquals(List.of(), ui.shownIds().stream().filter(id -> id.startsWith("start.task.")).toList());
		var none = Texts.of(CardStatus.class).get("status.reader.none");
		ui.await("no reader is told", () -> ui.text("status.card").equals(none));
		var missing = Stream.of(CertificatesPerspective.EXPLORER, CertificatesPerspective.TIMELINE, CertificatesPerspective.GUIDE);
		assertTrue(inUi(() -> missing.noneMatch(CertificatesPerspective::isInstalled)));
	}

	@Test
	@DisplayName("M01: production is chosen by nobody but a person, who is asked first")
	void environmentsToChoose() {
		assertEquals(List.of(Words.of(Environment.SIMULATOR)), inUi(() -> Stream.of(new EnvironmentMenu().getContributionItems())
				.map(ActionContributionItem.class::cast).map(item -> item.getAction().getText()).toList()));
	}

	@Test
	@DisplayName("closing the window during work asks: who stays interrupts nothing")
	void stayingInterruptsNothing() throws InterruptedException {
		assertEquals(IStatus.OK, closeDuringWork("closing.stay"));
	}

	@Test
	@DisplayName("closing the window during work asks: who leaves stops it")
	void leavingStopsTheWork() throws InterruptedException {
		assertEquals(IStatus.CANCEL, closeDuringWork("closing.leave"));
	}

	/** How the work ends when that button answers the question. */
	private int closeDuringWork(String button) throws InterruptedException {
		var hold = new CountDownLatch(1);
		var job = Job.create("Sending the request", (IJobFunction) monitor -> {
			while (!monitor.isCanceled() && hold.getCount() > 0) {
				Thread.onSpinWait();
			}
			return monitor.isCanceled() ? Status.CANCEL_STATUS : Status.OK_STATUS;
		});
		job.schedule();
		var mayClose = new CompletableFuture<Boolean>();
		display.asyncExec(() -> mayClose.complete(WorkUnderWay.mayStop(PlatformUI.getWorkbench().getActiveWorkbenchWindow())));
		try {
			ui.awaitShown("closing.message");
			assertTrue(ui.text("closing.message").contains(job.getName()), "it is said what is interrupted");
			assertEquals(List.of(), ui.cutTexts());
			ui.click(button);
			ui.await("the question is answered", mayClose::isDone);
			assertEquals(button.equals("closing.leave"), mayClose.join());
		} finally {
			hold.countDown();
			job.join();
		}
		return job.getResult().getSeverity();
	}

	@Test
	@DisplayName("no text is cut")
	void nothingCut() {
		ui.awaitShown("start.page");
		assertEquals(List.of(), ui.cutTexts());
		ui.screenshot("workbench-alone");
	}

	@Test
	@DisplayName("every icon can be drawn, in its own size")
	void icons() {
		for (Icon icon : Icon.values()) {
			var bounds = inUi(() -> icon.image().getBounds());
			assertEquals("16x16", bounds.width + "x" + bounds.height, icon::name);
		}
	}

	private <T> T inUi(Supplier<T> question) {
		var answer = new AtomicReference<T>();
		display.syncExec(() -> answer.set(question.get()));
		return answer.get();
	}
}
