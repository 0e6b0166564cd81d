package org.certbench.ui.explorer.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.certbench.core.Environment;
import org.certbench.core.Texts;
import org.certbench.inventory.Inventory;
import org.certbench.ui.Overview;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Shell;

/** What the explorer does with folders. UI thread. */
final class Folders {

	private static final Texts TEXTS = Texts.of(Folders.class);

	private Folders() {
	}

	/** Asks for one more folder to look for keystores in, and looks there. */
	static void add(Shell shell, Inventory inventory, Overview overview) {
		ask(shell).ifPresent(chosen -> {
			inventory.chooseFolders(Stream.concat(added(inventory).stream(), Stream.of(chosen)).distinct().toList());
			overview.refresh();
		});
	}

	/** Asks for a folder. */
	static Optional<Path> ask(Shell shell) {
		var dialog = new DirectoryDialog(shell);
		dialog.setText(TEXTS.get("folder.title"));
		dialog.setMessage(TEXTS.get("folder.message"));
		return Optional.ofNullable(dialog.open()).map(Path::of);
	}

	/** The folders that the person added to those of the environments. */
	static List<Path> added(Inventory inventory) {
		var own = Stream.of(Environment.values()).map(inventory::keystoreFolder).toList();
		return inventory.folders().stream().filter(folder -> !own.contains(folder)).toList();
	}
}
