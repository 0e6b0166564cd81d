package org.certbench.ui.driver.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.certbench.ui.WidgetIds;
import org.certbench.ui.driver.Screenshots;
import org.certbench.ui.driver.Widgets;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;

/**
 * Tells what a started product shows, for tests that start it with one bundle less: when the system
 * property {@value #FILE} names a file, the ids of all visible widgets and their texts are written
 * there once the window has settled, a line each, parted by a tab, with a picture beside it
 * ({@code FILE.png}); then the workbench is closed. Does nothing without the property.
 */
@Component(immediate = true, property = "event.topics=" + WorkbenchDump.WORKBENCH_IS_SHOWN)
public final class WorkbenchDump implements EventHandler {

	/** The platform's event: the window is shown. */
	static final String WORKBENCH_IS_SHOWN = "org/eclipse/e4/ui/LifeCycle/appStartupComplete";

	private static final System.Logger LOG = System.getLogger(WorkbenchDump.class.getName());
	private static final String FILE = "certbench.ui.dump";
	private static final Duration LIMIT = Duration.ofSeconds(90);
	private static final Duration PAUSE = Duration.ofMillis(400);
	/** So often must it look the same, with no work under way, to count as settled. */
	private static final int LOOKS = 4;

	@Override
	public void handleEvent(Event event) {
		var file = System.getProperty(FILE, "");
		if (!file.isEmpty()) {
			Thread.ofPlatform().name("dump of the workbench").start(() -> run(Path.of(file)));
		}
	}

	private static void run(Path file) {
		var display = PlatformUI.getWorkbench().getDisplay();
		try {
			Files.write(file, settled(display));
			display.syncExec(() -> PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().forceActive());
			display.syncExec(() -> Widgets.front(display)
					.ifPresent(shell -> Screenshots.save(shell, file.resolveSibling(file.getFileName() + ".png"))));
		} catch (IOException | RuntimeException e) {
			LOG.log(Level.ERROR, "what the workbench shows cannot be written to " + file, e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} finally {
			display.asyncExec(() -> PlatformUI.getWorkbench().close());
		}
	}

	private static List<String> settled(Display display) throws InterruptedException {
		List<String> before = List.of();
		int same = 0;
		for (long end = System.nanoTime() + LIMIT.toNanos(); same < LOOKS && System.nanoTime() < end; Thread.sleep(PAUSE)) {
			var now = read(display);
			same = now.equals(before) && !isAtWork() ? same + 1 : 0;
			before = now;
		}
		return before;
	}

	private static List<String> read(Display display) {
		return display.syncCall(() -> Widgets.visible(display).stream()
				.flatMap(widget -> WidgetIds.of(widget).map(id -> id + "\t" + oneLine(Widgets.text(widget))).stream()).toList());
	}

	private static boolean isAtWork() {
		return Arrays.stream(Job.getJobManager().find(null)).filter(job -> !job.isSystem())
				.anyMatch(job -> job.getState() == Job.RUNNING || job.getState() == Job.WAITING);
	}

	private static String oneLine(String text) {
		return text.lines().map(line -> line.replace('\t', ' ')).collect(Collectors.joining(" | "));
	}
}
