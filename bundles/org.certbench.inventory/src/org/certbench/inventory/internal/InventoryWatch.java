package org.certbench.inventory.internal;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

import org.certbench.core.FolderWatch;
import org.certbench.inventory.Inventory;
import org.certbench.journal.Journal;

/**
 * Tells listeners when the inventory's state became another one, whoever changed it: a file of the
 * folders, the journal, or another process that scanned. Watching begins with the first listener.
 */
final class InventoryWatch implements AutoCloseable {

	private final Journal journal;
	private final Supplier<Object> state;
	private final Supplier<Collection<Path>> rescan;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private FolderWatch folders;
	private Journal.Watch journalWatch;
	private Object told;

	/**
	 * @param state  what is compared
	 * @param rescan looks at the folders again and returns those to watch from then on
	 */
	InventoryWatch(Journal journal, Supplier<Object> state, Supplier<Collection<Path>> rescan) {
		this.journal = journal;
		this.state = state;
		this.rescan = rescan;
	}

	synchronized Inventory.Watch add(Runnable listener) {
		listeners.add(listener);
		if (folders == null) {
			told = state.get();
			folders = new FolderWatch("inventory", this::foldersChanged);
			journalWatch = journal.watch(this::tellNews);
			folders.signal();
		}
		return () -> listeners.remove(listener);
	}

	/** Looks at the folders again, soon. */
	synchronized void lookAgain() {
		if (folders != null) {
			folders.signal();
		}
	}

	/** Calls the listeners where the state is not the one they know. */
	void tellNews() {
		if (becameAnother()) {
			listeners.forEach(Runnable::run);
		}
	}

	@Override
	public synchronized void close() {
		if (folders != null) {
			journalWatch.close();
			folders.close();
			folders = null;
		}
	}

	private void foldersChanged() {
		watchFolders(rescan.get());
		tellNews();
	}

	private synchronized void watchFolders(Collection<Path> watched) {
		if (folders != null) {
			folders.watch(watched);
		}
	}

	private synchronized boolean becameAnother() {
		if (folders == null) {
			return false;
		}
		var now = state.get();
		boolean another = !now.equals(told);
		told = now;
		return another;
	}
}
