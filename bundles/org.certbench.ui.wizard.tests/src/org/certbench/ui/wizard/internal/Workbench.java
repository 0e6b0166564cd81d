package org.certbench.ui.wizard.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.certbench.core.Environment;
import org.certbench.inventory.Inventory;
import org.certbench.ui.Services;
import org.certbench.ui.driver.TestDisplay;
import org.eclipse.jface.action.IContributionItem;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.PlatformUI;

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

	/** Chooses an item in a menu of the window: begins what it does. */
	static void choose(String menu, String item) {
		var display = TestDisplay.get();
		var chosen = display.syncCall(() -> {
			var bar = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell().getMenuBar();
			var opened = named(bar, menu).getMenu();
			opened.notifyListeners(SWT.Show, new Event());
			return named(opened, item);
		});
		display.asyncExec(() -> chosen.notifyListeners(SWT.Selection, new Event()));
	}

	private static MenuItem named(Menu menu, String id) {
		return Arrays.stream(menu.getItems())
				.filter(item -> item.getData() instanceof IContributionItem contribution && id.equals(contribution.getId()))
				.findFirst().orElseThrow(() -> new AssertionError("no " + id + " in the menu"));
	}
}
