package org.certbench.core;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/**
 * Watches folders and tells when something in them changed. What happens within a moment is told
 * once: a copied folder of a hundred keystores is one change. A folder that does not exist yet is
 * awaited. A folder that was not watched before counts as changed, as it may have been since its
 * watcher looked at it. Thread-safe; uses daemon threads of its own, until {@link #close()}.
 *
 * <p>
 * Changes that another machine makes on a share may stay unseen: the system does not tell them.
 */
public final class FolderWatch implements AutoCloseable {

	private static final System.Logger LOG = System.getLogger(FolderWatch.class.getName());
	/** Long enough to gather what one save or copy does, short enough to seem immediate. */
	private static final long GATHERING_MILLISECONDS = 150;
	private static final Predicate<Path> ANYTHING = name -> true;

	private final Runnable changed;
	private final ThreadFactory threads;
	private final ScheduledThreadPoolExecutor caller;
	private final AtomicBoolean due = new AtomicBoolean();
	private final Map<WatchKey, Predicate<Path>> watched = new HashMap<>();
	private WatchService service;
	private boolean closed;

	/**
	 * @param name    of the threads
	 * @param changed called after a change, always from the same thread
	 */
	public FolderWatch(String name, Runnable changed) {
		this.changed = changed;
		this.threads = Thread.ofPlatform().daemon().name(name + "-", 0).factory();
		this.caller = new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy());
		caller.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
	}

	/** Watches these folders, without their subfolders, instead of those given before. */
	public synchronized void watch(Collection<Path> folders) {
		if (closed) {
			return;
		}
		try {
			start();
			var keys = new HashMap<WatchKey, Predicate<Path>>();
			namesByFolder(folders).forEach((folder, name) -> register(folder, name, keys));
			watched.keySet().stream().filter(key -> !keys.containsKey(key)).forEach(WatchKey::cancel);
			if (!watched.keySet().containsAll(keys.keySet())) {
				signal();
			}
			watched.clear();
			watched.putAll(keys);
		} catch (IOException e) {
			LOG.log(Level.WARNING, "changes of folders cannot be watched", e);
		}
	}

	/** Calls the listener soon, as after a change. */
	public void signal() {
		if (!due.getAndSet(true)) {
			caller.schedule(this::call, GATHERING_MILLISECONDS, TimeUnit.MILLISECONDS);
		}
	}

	/** Ends it: the listener is not called any more, except where it is being called right now. */
	@Override
	public synchronized void close() {
		closed = true;
		caller.shutdown();
		if (service != null) {
			try {
				service.close();
			} catch (IOException e) {
				LOG.log(Level.DEBUG, "the watch of folders did not end well", e);
			}
		}
	}

	private void call() {
		due.set(false);
		try {
			changed.run();
		} catch (RuntimeException e) {
			LOG.log(Level.ERROR, "a change of a folder was not dealt with", e);
		}
	}

	private void start() throws IOException {
		if (service == null) {
			service = FileSystems.getDefault().newWatchService();
			threads.newThread(this::listen).start();
		}
	}

	/** In which existing folder to look for what; for a missing folder the nearest one above it. */
	private static Map<Path, Predicate<Path>> namesByFolder(Collection<Path> folders) {
		var names = new HashMap<Path, Predicate<Path>>();
		for (var folder : folders) {
			var existing = folder.toAbsolutePath();
			var name = ANYTHING;
			while (existing != null && !Files.isDirectory(existing)) {
				var missing = existing.getFileName();
				name = candidate -> candidate.equals(missing);
				existing = existing.getParent();
			}
			if (existing != null) {
				names.merge(existing, name, Predicate::or);
			}
		}
		return names;
	}

	private void register(Path folder, Predicate<Path> name, Map<WatchKey, Predicate<Path>> keys) {
		try {
			keys.put(folder.register(service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY,
					StandardWatchEventKinds.ENTRY_DELETE), name);
		} catch (IOException e) {
			LOG.log(Level.WARNING, "changes of the folder " + folder + " cannot be watched", e);
		}
	}

	private void listen() {
		try {
			while (true) {
				var key = service.take();
				boolean matters = key.pollEvents().stream().filter(event -> matters(key, event)).count() > 0;
				if (!key.reset() || matters) {
					signal();
				}
			}
		} catch (InterruptedException | ClosedWatchServiceException end) {
			LOG.log(Level.DEBUG, "the watch of folders ends");
		}
	}

	/** An event without a name says that there were too many to tell. */
	private synchronized boolean matters(WatchKey key, WatchEvent<?> event) {
		return !(event.context() instanceof Path name) || watched.getOrDefault(key, ANYTHING).test(name);
	}
}
