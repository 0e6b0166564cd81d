package org.certbench.journal.internal;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

import org.certbench.core.DataFolder;
import org.certbench.core.FolderWatch;
import org.certbench.core.PrivateFiles;
import org.certbench.journal.Journal;
import org.certbench.journal.JournalEntry;
import org.certbench.journal.JournalException;
import org.certbench.journal.RequestRecord;
import org.certbench.journal.internal.RequestFolding.Folded;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The journal as files in {@code <data>/journal}: one for each run, so that processes rarely meet.
 * What was read once is kept until a file's size or time changes, which makes reading cheap.
 */
@Component
public final class FolderJournal implements Journal {

	private static final System.Logger LOG = System.getLogger(FolderJournal.class.getName());

	private final DataFolder data;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private Map<Path, ReadRun> runs = Map.of();
	private List<Folded> requests = List.of();
	private FolderWatch watch;
	private boolean wasThere;

	/** A file as it was when it was read. */
	private record ReadRun(long size, FileTime modified, List<JournalEntry> entries) {
		boolean isOf(BasicFileAttributes file) {
			return size == file.size() && modified.equals(file.lastModifiedTime());
		}
	}

	@Activate
	public FolderJournal(@Reference DataFolder data) {
		this.data = data;
	}

	@Override
	public void write(JournalEntry entry) throws JournalException {
		var file = RunFile.of(folder(), entry.run());
		try {
			createFolder();
			RunFile.append(file, entry);
		} catch (IOException e) {
			throw new JournalException(file, e);
		}
		tellOfOwnEntry();
	}

	@Override
	public synchronized List<RequestRecord> requests() {
		var now = readRuns();
		if (!now.equals(runs)) {
			runs = now;
			requests = RequestFolding.fold(now.values().stream().map(ReadRun::entries));
		}
		return requests.stream().filter(Folded::isThere).map(Folded::request).toList();
	}

	@Override
	public synchronized Watch watch(Runnable changed) {
		listeners.add(changed);
		if (watch == null) {
			watch = new FolderWatch("journal", this::tell);
			watch.watch(List.of(folder()));
		}
		return () -> listeners.remove(changed);
	}

	/** Ends the watching. */
	@Deactivate
	public synchronized void close() {
		if (watch != null) {
			watch.close();
			watch = null;
		}
	}

	/** Once: that it is gone means that its disk is, and what was written on it is waited for. */
	private synchronized void createFolder() throws IOException {
		if (!wasThere) {
			PrivateFiles.createFolder(folder());
			wasThere = true;
		}
	}

	/** The folder watch sees it as well, but on some systems only seconds later. */
	private synchronized void tellOfOwnEntry() {
		if (watch != null) {
			watch.signal();
		}
	}

	private void tell() {
		rewatch();
		listeners.forEach(Runnable::run);
	}

	/** The folder may have been made only now. */
	private synchronized void rewatch() {
		if (watch != null) {
			watch.watch(List.of(folder()));
		}
	}

	private Path folder() {
		return data.path().resolve("journal");
	}

	private Map<Path, ReadRun> readRuns() {
		var now = new TreeMap<Path, ReadRun>();
		try (var files = Files.newDirectoryStream(folder(), RunFile::is)) {
			wasThere = true;
			files.forEach(file -> readRun(file).ifPresent(run -> now.put(file, run)));
		} catch (NoSuchFileException nothingWrittenYetOrGone) {
			return runs;
		} catch (IOException | DirectoryIteratorException e) {
			LOG.log(Level.ERROR, "the journal in " + folder() + " cannot be read", e);
			return runs;
		}
		return now;
	}

	/** A file that cannot be read now is taken as it was read last. */
	private Optional<ReadRun> readRun(Path file) {
		var before = runs.get(file);
		try {
			var attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return Optional.of(before != null && before.isOf(attributes) ? before
					: new ReadRun(attributes.size(), attributes.lastModifiedTime(), RunFile.read(file)));
		} catch (IOException e) {
			LOG.log(Level.ERROR, "a file of the journal cannot be read: " + file, e);
			return Optional.ofNullable(before);
		}
	}
}
