package org.certbench.ui.wizard.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.certbench.core.Environment;
import org.certbench.inventory.Inventory;
import org.certbench.ui.Services;
import org.certbench.ui.driver.TestDisplay;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;

/** What is behind the window of the running workbench. */
final class Workbench {

	private Workbench() {
	}

	/** One of its services. */
	static <S> S service(Class<S> type) {
		var found = new AtomicReference<S>();
		TestDisplay.get().syncExec(() -> found.set(Services.find(type).orElseThrow()));
		return found.get();
	}

	/** The simulator's keystores in whose names the words occur, without earlier versions. */
	static List<Path> keystores(String words) {
		try (var files = Files.list(service(Inventory.class).keystoreFolder(Environment.SIMULATOR))) {
			return files.filter(file -> file.toString().endsWith(".p12") && file.getFileName().toString().contains(words)).toList();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Begins what an item of the menu does. */
	static void command(String id) {
		TestDisplay.get().asyncExec(() -> {
			try {
				PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(id, null);
			} catch (Exception e) {
				throw new AssertionError(e);
			}
		});
	}
}
